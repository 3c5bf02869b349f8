"""Scheme and tables → few lazy expressions: one pass per table and grain, then methods over customers."""

from vitalfew.compile.condensed import Condensed, Summed, condensed, ready_orders
from vitalfew.compile.facts import Facts, prepared
from vitalfew.compile.grades import classified, graded, ready, unavailable_classifiers
from vitalfew.compile.metrics import available, metric_table, missing
from vitalfew.compile.sales import dated_sales, every_customer, whole_orders
from vitalfew.compile.summed import summed_up

__all__ = [
    "Condensed",
    "Facts",
    "Summed",
    "available",
    "classified",
    "condensed",
    "dated_sales",
    "every_customer",
    "graded",
    "metric_table",
    "missing",
    "prepared",
    "ready",
    "ready_orders",
    "summed_up",
    "unavailable_classifiers",
    "whole_orders",
]
