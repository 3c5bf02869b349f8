"""People who log in, their teams and roles, and whose customers they see."""
