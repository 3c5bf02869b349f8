"""DjangoCRM beside ours: what runs in its own environment, on its own Python. It imports nothing of ours but names and the measure."""
