"""Arithmetic of grading: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

CARRY, HOLD = 2, 1
"""How many measures a short reason names that carry a grade, and that hold it back."""


class Place(NamedTuple):
    """Where a customer stands by a measure: its part of the score, its points of 100, its place among `n`."""

    measure: str
    weight: float
    points: Decimal | None
    rank: int | None
    n: int | None


def carried(places: Iterable[Place]) -> dict[str, Any]:
    """What carries a grade and what holds it back, by weight and points; without points the best ranks.

    Measures that count against the customer are left out: their points are read the other way round.
    """
    known = list(places)
    weighed = [
        (one.weight, one.measure, float(one.points)) for one in known if one.points is not None and one.weight > 0
    ]
    if weighed:
        most = sorted([(-weight * points, measure, points) for weight, measure, points in weighed])
        lost = sorted([(-weight * (100 - points), measure, points) for weight, measure, points in weighed])
        best = [[measure, points] for _, measure, points in most[:CARRY]]
        worst = [[measure, points] for _, measure, points in lost if points < 100 and [measure, points] not in best]
        return {"best": best, "worst": worst[:HOLD]}
    ranked = sorted((one for one in known if one.rank is not None), key=lambda one: (one.rank or 0, one.measure))
    return {"ranks": [[one.measure, one.rank, one.n] for one in ranked[: CARRY + HOLD]]}


def minor_units(amount: Decimal | None, digits: int) -> int | None:
    """An amount as whole minor units; nothing is rounded, amounts have these digits."""
    return None if amount is None else int(amount.scaleb(digits))


def next_day(rhythm: str, day: date) -> date | None:
    """The first day of a rhythm after a day; None for no rhythm."""
    if rhythm == "week":
        return day + timedelta(days=7 - day.weekday())
    if rhythm == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    if rhythm == "quarter":
        month = day.month - (day.month - 1) % 3 + 3
        return date(day.year + (month > 12), (month - 1) % 12 + 1, 1)
    return None


def line_of(months: list[int] | None, width: int = 60, height: int = 16) -> tuple[str, float, float] | None:
    """Twelve sums as the points of a small line, and its last point; None where there is nothing to draw."""
    if not months or len(months) < 2:
        return None
    least, span = min(months), max(months) - min(months)
    step = width / (len(months) - 1)
    points = [
        (round(1 + at * step, 1), round(2 + (height if not span else height - height * (month - least) / span), 1))
        for at, month in enumerate(months)
    ]
    return " ".join(f"{x},{y}" for x, y in points), *points[-1]
