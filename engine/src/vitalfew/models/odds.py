"""The odds that a customer who may leave at each occasion has left at the last one. See dropout.py for the models."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.ticks import Waiting, waiting


@dataclass(frozen=True)
class Kind:
    """`extra`: occasions beside the repeats that a customer is known to have survived. `k`: ticks to an occasion."""

    extra: int
    k: int = 1

    def shape(self, r: float, frequency: Numbers) -> Numbers:
        """Of the pace, after so many repeat occasions."""
        return r + self.k * frequency

    def waiting(self, parameters: Numbers, histories: Histories) -> Waiting:
        """Of the silence since the last occasion."""
        r, alpha, _, _ = parameters
        part = (histories.age - histories.recency) / (alpha + histories.age)
        return waiting(self.shape(r, histories.frequency), part, self.k)


def log_odds_left(parameters: Numbers, histories: Histories, kind: Kind, waited: Waiting) -> Numbers:
    """The logarithm of the odds of having left at the last occasion: -inf where none could be left at."""
    r, alpha, a, b = parameters
    kept = histories.frequency + kind.extra
    with np.errstate(divide="ignore"):
        chance = np.log(a * (kept > 0) / np.where(kept > 0, b + kept - 1, 1.0))
    found: Numbers = chance + kind.shape(r, histories.frequency) * silence(alpha, histories) - waited.log
    return found


def silence(alpha: float, histories: Histories) -> Numbers:
    """log((α + T) / (α + t)), exact also where the last occasion is today."""
    return np.log1p((histories.age - histories.recency) / (alpha + histories.recency))
