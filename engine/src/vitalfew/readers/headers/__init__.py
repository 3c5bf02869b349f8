"""Where the table begins, what its columns are, and which rows are no data."""
