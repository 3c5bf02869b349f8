"""What every other app may use: the frame of a page, health, later audit, events, registries and money."""
