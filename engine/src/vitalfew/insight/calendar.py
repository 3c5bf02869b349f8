"""Months, quarters and years as whole numbers that count on, and as people write them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

PARTS = {"month": 12, "quarter": 4, "year": 1}
"""Period → how many of them a year has."""


def place(day: Any, period: str) -> Any:
    """The number of the period that a day lies in; `day` is an expression."""
    parts = PARTS[period]
    return day.year().cast("int64") * parts + (day.month() - 1) // (12 // parts)


def place_of(day: date, period: str) -> int:
    """The same of one day."""
    parts = PARTS[period]
    return day.year * parts + (day.month - 1) // (12 // parts)


def name(number: int, period: str) -> str:
    """The period as 2025-03, 2025-Q1 or 2025."""
    year, part = divmod(number, PARTS[period])
    return {"month": f"{year}-{part + 1:02}", "quarter": f"{year}-Q{part + 1}", "year": f"{year}"}[period]


def last_day(number: int, period: str) -> date:
    """The last day of the period."""
    year, part = divmod(number + 1, PARTS[period])
    return date(year, part * (12 // PARTS[period]) + 1, 1) - timedelta(days=1)
