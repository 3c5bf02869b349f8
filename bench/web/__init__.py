"""The web application under people: `make bench ARGS=web`."""
