"""An example company, built through the services that people use, and taken away with one command."""
