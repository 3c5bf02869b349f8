"""A scheme → the same scheme with one weight of a scorecard larger or smaller."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from vitalfew.classifiers.scorecard import Scorecard
from vitalfew.scheme import Scheme

DIRECTIONS = {"more": 1, "less": -1}
"""Direction → sign of the step."""


@dataclass(frozen=True)
class Shift:
    """One weight, what it becomes, and the scheme with it."""

    classifier: str
    part: str
    weight: Decimal
    direction: str
    becomes: Decimal
    scheme: Scheme


def shifts(scheme: Scheme, columns: Collection[str], step: Decimal) -> Iterator[Shift]:
    """Every weight of every scorecard with two parts or more that these metrics give, each by a step more and less.

    A part alone weighs all, whatever its weight.
    """
    for name, card in scheme.classifiers.items():
        if not isinstance(card, Scorecard) or len(parts := card.available(columns)) < 2:
            continue
        for part in parts:
            weight = card.parts[part].weight
            for direction, sign in DIRECTIONS.items():
                becomes = weight * (1 + sign * step)
                yield Shift(name, part, weight, direction, becomes, _with(scheme, name, card, part, becomes))


def _with(scheme: Scheme, name: str, card: Scorecard, part: str, weight: Decimal) -> Scheme:
    changed = card.parts[part].model_copy(update={"weight": weight})
    parts = {"parts": {**card.parts, part: changed}}
    return scheme.model_copy(update={"classifiers": {**scheme.classifiers, name: card.model_copy(update=parts)}})
