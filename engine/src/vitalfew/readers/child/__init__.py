"""The limited process in which files of people are opened."""
