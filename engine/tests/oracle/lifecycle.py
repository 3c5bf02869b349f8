"""Lifecycle from contract section 4, in slow plain Python: by the customer's own rhythm."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median
from typing import Any


def lifecycle(rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    rhythms = [Fraction(row["rhythm_days"]) for row in rows if row["has_orders"] and row["rhythm_days"] is not None]
    shared = median(rhythms) if rhythms else Fraction(90)
    return {row["customer_id"]: stage(row, shared) for row in rows}


def stage(row: dict[str, Any], shared: Fraction) -> str:
    if not row["has_orders"]:
        return "potential"
    if row["recency_days"] is None:
        return "no_valid_order"
    g = shared if row["rhythm_days"] is None else Fraction(row["rhythm_days"])
    if row["first_order_days"] < 2 * g and row["frequency"] <= 2:
        return "new"
    if row["recency_days"] <= 2 * g:
        return "active"
    return "sleeping" if row["recency_days"] <= 4 * g else "lost"
