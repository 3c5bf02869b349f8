"""The nearest other grade of each customer in words, where the score alone tells it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vitalfew.classifiers.scorecard import Scorecard
from vitalfew.languages import say
from vitalfew.scheme import Scheme


def nearest_changes(scheme: Scheme, rows: Mapping[str, list[Any]]) -> tuple[str | None, ...]:
    """How many points each customer lacks to the next better grade, or has above the next lower one.

    Only of schemes that read the grade from a score; where the grade is held by something else, nothing is said.
    """
    card = scheme.classifiers.get(scheme.grade or "")
    if not isinstance(card, Scorecard):
        return (None,) * len(rows["customer_id"])
    bounds = list(card.grades.items())
    return tuple(_nearest(grade, score, bounds) for grade, score in zip(rows["grade"], rows["score"], strict=True))


def _nearest(grade: str | None, score: Decimal | None, bounds: list[tuple[str, Decimal]]) -> str | None:
    names = [name for name, _ in bounds]
    if grade not in names or score is None:
        return None
    place = names.index(grade)
    if place and score >= bounds[place - 1][1]:
        return None
    up = (bounds[place - 1][1] - score, bounds[place - 1][0]) if place else None
    down = (score - bounds[place][1], bounds[place + 1][0]) if place + 1 < len(bounds) else None
    if up is not None and (down is None or up[0] <= down[0]):
        return say("{points} points below {grade}", points=f"{up[0]:.2f}", grade=up[1])
    assert down is not None, "there are at least two grades"
    return say("{points} points above the end of {grade}", points=f"{down[0]:.2f}", grade=grade)
