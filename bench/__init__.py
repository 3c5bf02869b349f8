"""Measurements: CPU seconds of whole commands as ratios to one plain group-by in the same session."""
