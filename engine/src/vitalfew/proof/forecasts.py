"""What a place in a ranking says of the days to come, learned from the days before.

Whoever stands where others stood a horizon earlier is expected to do as they did in the horizon that has just ended. That is
known at the origin, of every method alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vitalfew.proof.measures import Truth
from vitalfew.proof.rankings import Numbers, Ranking

TENTHS = 10

FEW = 30
"""Customers a horizon earlier, below which nothing is learned from them."""


@dataclass(frozen=True)
class Learned:
    """Chance and amount by place among all (0 last, 1 first), both rising; between known places along a line."""

    places: Numbers
    chances: Numbers
    amounts: Numbers

    @classmethod
    def of(cls, ranking: Ranking, truth: Truth) -> Learned:
        """Learned of customers and what they did after: isotonic regression (Barlow, Bartholomew, Bremner, Brunk 1972)."""
        rising = (_rising(values, ranking) for values in (truth.bought, truth.revenue))
        return cls(ranking.places[::-1], *rising)

    def chance(self, ranking: Ranking) -> Numbers:
        """The chance of each customer to buy within the horizon."""
        return np.interp(ranking.places, self.places, self.chances)[ranking.runs]

    def amount(self, ranking: Ranking) -> Numbers:
        """The revenue expected of each customer within the horizon."""
        return np.interp(ranking.places, self.places, self.amounts)[ranking.runs]


def _rising(values: Numbers, ranking: Ranking) -> Numbers:
    """The mean of each run of equal ones, the last first, evened out where a better one did worse."""
    from scipy.optimize import isotonic_regression

    means = np.bincount(ranking.runs, values) / ranking.sizes
    rising: Numbers = isotonic_regression(means[::-1], weights=ranking.sizes[::-1]).x
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
    ranking = Ranking.of(chance)
    n = len(chance)
    tenth = (TENTHS * (2 * (n - ranking.ends) + ranking.sizes) // (2 * n))[ranking.runs]
    for number in np.unique(tenth):
        inside = tenth == number
        means = (round(float(values[inside].mean()), 6) for values in (chance, bought))
        yield Tenth(int(number) + 1, int(inside.sum()), *means)
