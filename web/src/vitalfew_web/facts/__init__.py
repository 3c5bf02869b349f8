"""What happened: imports, the sources they come from, and the fact store."""
