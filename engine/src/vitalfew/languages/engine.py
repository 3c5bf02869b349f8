"""Sentences of runs: what was found, what is missing, what is said once."""

SENTENCES: dict[str, tuple[str, str]] = {}
