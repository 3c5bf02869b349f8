"""Text files opened as records: kind, encoding, delimiter, record ends, exact line numbers."""
