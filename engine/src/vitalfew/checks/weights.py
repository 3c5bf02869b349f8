"""Weights are shares of a hundred, or of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, error, warning
from vitalfew.languages import say

WHOLES = (1, 100)
DIGITS = 6
"""A weight shared by several metrics has no end of digits; so many of them count."""


def weights_add_up(draft: Draft, today: date) -> Iterator[Issue]:
    """An error where no weight of a classifier counts, a warning where they add up neither to 100 nor to 1 (B-95).

    Weights below zero, such as that of a risk, count with their size; then there is no hundred to reach.
    """
    for name, parameters in draft.classifiers.items():
        weights = [Decimal(str(weight)) for weight in parameters.weights().values()]
        place, total = dotted("classifiers", name), round(sum(map(abs, weights), Decimal(0)), DIGITS)
        if weights and total == 0:
            yield error(place, say("the weights add up to 0, so nothing would count."))
        elif weights and min(weights) >= 0 and total not in WHOLES:
            added = f"{total:f}".rstrip("0").rstrip(".")
            said = say("the weights add up to {total} and not to 100; each counts as its share of that.", total=added)
            yield warning(place, said)
