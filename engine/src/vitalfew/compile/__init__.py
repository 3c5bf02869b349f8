"""Scheme and tables → few lazy expressions: one pass per table and grain, then methods over customers."""

from vitalfew.compile.facts import Facts, prepared
from vitalfew.compile.grades import classified, graded, unavailable_classifiers
from vitalfew.compile.metrics import available, metric_table, missing

__all__ = [
    "Facts",
    "available",
    "classified",
    "graded",
    "metric_table",
    "missing",
    "prepared",
    "unavailable_classifiers",
]
