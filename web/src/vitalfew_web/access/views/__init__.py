"""Pages of people, their roles and teams, and of the own settings, sessions and tokens."""
