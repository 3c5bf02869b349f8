"""Pages of grading, one module per noun."""
