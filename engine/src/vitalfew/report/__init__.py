"""Result → files for people and other programs."""
