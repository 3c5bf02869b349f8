"""Grades: schemes and their versions, runs of them, what each customer has and why."""
