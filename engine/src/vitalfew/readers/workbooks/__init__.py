"""Workbooks opened as the same records that text files give."""
