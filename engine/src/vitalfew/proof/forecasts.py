"""What a place in a ranking says of the days to come, learned from the days before.

Whoever stands where others stood a horizon earlier is expected to do as they did in the horizon that has just ended. That is
known at the origin, of every method alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vitalfew.proof.measures import Truth
from vitalfew.proof.rankings import Numbers, Places, Ranking

TENTHS = 10

FEW = 30
"""Customers a horizon earlier, below which nothing is learned from them."""


@dataclass(frozen=True)
class Learned:
    """Chance and amount by place among all (0 last, 1 first), both rising; between known places along a line."""

    place: Numbers
    chance: Numbers
    amount: Numbers

    @classmethod
    def of(cls, strength: Numbers, truth: Truth) -> Learned:
        """Learned of customers and what they did after: isotonic regression (Barlow, Bartholomew, Bremner, Brunk 1972)."""
        place, group, sizes = np.unique(Ranking.of(strength).percentiles(), return_inverse=True, return_counts=True)
        return cls(place, *(_rising(values, group, sizes) for values in (truth.bought, truth.revenue)))

    def chances(self, strength: Numbers) -> Numbers:
        """The chance of each customer to buy within the horizon."""
        return np.interp(Ranking.of(strength).percentiles(), self.place, self.chance)

    def amounts(self, strength: Numbers) -> Numbers:
        """The revenue expected of each customer within the horizon."""
        return np.interp(Ranking.of(strength).percentiles(), self.place, self.amount)


def _rising(values: Numbers, group: Places, sizes: Places) -> Numbers:
    """The mean of each group, evened out where a better group did worse."""
    from scipy.optimize import isotonic_regression

    means = np.bincount(group, values) / sizes
    rising: Numbers = isotonic_regression(means, weights=sizes).x
    return rising


@dataclass(frozen=True)
class Tenth:
    """A tenth of the customers by their chance, 1 the least likely: how many, the mean chance, the share that bought."""

    tenth: int
    customers: int
    chance: float
    bought: float


def reliability(chance: Numbers, bought: Numbers) -> Iterator[Tenth]:
    """The customers by their chance in tenths; equal chances stay together, so that a tenth may be large or not there."""
    tenth = np.minimum(Ranking.of(chance).percentiles() * TENTHS, TENTHS - 1).astype(np.int64)
    for number in np.unique(tenth):
        inside = tenth == number
        means = (round(float(values[inside].mean()), 6) for values in (chance, bought))
        yield Tenth(int(number) + 1, int(inside.sum()), *means)
