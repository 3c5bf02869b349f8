"""What is left of what customers buy: margin, price, goods that come back, payment."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir

from vitalfew.languages import say
from vitalfew.metrics.discounts import DiscountShare
from vitalfew.metrics.payments import LatenessDays
from vitalfew.metrics.profit import Margin
from vitalfew.metrics.refunds import ReturnRate
from vitalfew.metrics.windows import YEAR
from vitalfew.warning.signals.signal import RECENT, Signal, often_enough, one_point, recent_and_year

SLIDE = Decimal("0.05")
"""Change of a part of the price from which on it is a slide: five points of a hundred."""

MANY = Decimal("0.10")
"""Part of the purchases that comes back, from which on it is worth a word."""

LATER = 15
"""Days by which a customer pays later than in its year."""


def _thinner(rows: ir.Table) -> Any:
    return one_point(often_enough(rows) & (rows.margin_365 - rows.margin_90 >= SLIDE))


def _say_thinner(row: Mapping[str, Any]) -> str:
    return say("margin {now} % in the last {days} days, {year} % in its year", **_percents(row, "margin"))


def _cheaper(rows: ir.Table) -> Any:
    return one_point(often_enough(rows) & (rows.discount_90 - rows.discount_365 >= SLIDE))


def _say_cheaper(row: Mapping[str, Any]) -> str:
    return say("{now} % below list price in the last {days} days, {year} % in its year", **_percents(row, "discount"))


def _sent_back(rows: ir.Table) -> Any:
    """A point where a tenth of the purchases comes back, and twice as much as in the year."""
    return one_point((rows.returns_90 >= MANY) & (rows.returns_90 >= 2 * rows.returns_365))


def _say_sent_back(row: Mapping[str, Any]) -> str:
    return say("{now} % came back in the last {days} days, {year} % in its year", **_percents(row, "returns"))


def _slower(rows: ir.Table) -> Any:
    return one_point(rows.late_90 - rows.late_365 >= LATER)


def _say_slower(row: Mapping[str, Any]) -> str:
    return say(
        "pays {now} days late (due in the last {days} days), {year} in its year",
        now=f"{row['late_90']:.0f}",
        year=f"{row['late_365']:.0f}",
        days=RECENT,
    )


def _percents(row: Mapping[str, Any], name: str) -> dict[str, str | int]:
    now, year = (f"{100 * row[f'{name}_{days}']:.0f}" for days in (RECENT, YEAR))
    return {"now": now, "year": year, "days": RECENT}


EARNING = (
    Signal("margin", 1, _thinner, _say_thinner, recent_and_year("margin", Margin)),
    Signal("price", 1, _cheaper, _say_cheaper, recent_and_year("discount", DiscountShare)),
    Signal("returns", 1, _sent_back, _say_sent_back, recent_and_year("returns", ReturnRate)),
    Signal("payment", 1, _slower, _say_slower, recent_and_year("late", LatenessDays)),
)
