"""Tags for templates of grading."""
