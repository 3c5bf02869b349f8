"""The web application of Vital Few."""
