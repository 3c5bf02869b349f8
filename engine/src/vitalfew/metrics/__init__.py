"""Metrics: functions from facts to one value per customer, one file per family."""

from vitalfew.metrics import (
    attributes,
    breadth,
    browsing,
    contacts,
    discounts,
    feedback,
    further,
    growth,
    lifetime,
    loyalty,
    payments,
    profit,
    refunds,
    rhythm,
    sales,
    tenure,
    wallet,
)
from vitalfew.registry import METRICS

__all__ = [
    "METRICS",
    "attributes",
    "breadth",
    "browsing",
    "contacts",
    "discounts",
    "feedback",
    "further",
    "growth",
    "lifetime",
    "loyalty",
    "payments",
    "profit",
    "refunds",
    "rhythm",
    "sales",
    "tenure",
    "wallet",
]
