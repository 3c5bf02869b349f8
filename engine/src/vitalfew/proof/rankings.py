"""Customers in an order of strength, and the same order with customers counted several times or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.uint8]
"""How often each customer counts. Bytes: what is looked up at random should be small."""

UNKNOWN = -np.inf
"""The strength of a customer of whom a method says nothing: behind all others."""


@dataclass(frozen=True)
class Ranking:
    """Places of customers, the strongest first; equal ones keep the order they are given in, which is that of ids.

    `ends` says before which place in this order each run of equal ones is over.
    """

    order: Places
    ends: Places

    @classmethod
    def of(cls, strength: Numbers) -> Ranking:
        """The ranking by a strength, of one customer at least."""
        order = np.argsort(-strength, kind="stable")
        ordered = strength[order]
        return cls(order, np.append(np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, len(order)))

    @cached_property
    def runs(self) -> Places:
        """The run of equal ones that each customer is in, in the order of the customers."""
        found = np.empty_like(self.order)
        found[self.order] = np.repeat(np.arange(len(self.ends)), self.sizes)
        return found

    @cached_property
    def sizes(self) -> Places:
        """How many customers each run of equal ones has."""
        return np.diff(self.ends, prepend=0)

    @cached_property
    def places(self) -> Numbers:
        """Share of the customers that each run of equal ones stands above, half of itself counted."""
        places: Numbers = 1 - (self.ends - self.sizes / 2) / len(self.order)
        return places


class Weighed:
    """A ranking in which every customer counts as often as its weight says.

    Values that are held against it stand in the order of the ranking.
    """

    def __init__(self, ranking: Ranking, weights: Weights) -> None:
        self.weights = weights.take(ranking.order).astype(np.float64)
        self.above = np.cumsum(self.weights)
        """How many stand down to each place, itself included."""
        ends = self.above[ranking.ends - 1]
        sizes = np.diff(ends, prepend=0.0)
        self.total = float(ends[-1])
        self.middle = self.total / 2 - ends + sizes / 2
        """Mid-rank of each run of equal ones, counted up from the weakest, the mean of all taken off."""
        self.spread = float(sizes @ self.middle**2)
        """The sum of their squares over all customers."""
        self.pull = np.repeat(self.middle, ranking.sizes) * self.weights
        """The mid-rank of each customer as often as it counts."""

    def along(self, values: Numbers) -> float:
        """How values, each as often as its customer counts, go along with the ranks."""
        return float(self.pull @ values)

    def first(self, most: float) -> Numbers:
        """How often each of the first customers stands on a list of this length; who comes after the last is left out."""
        end = int(np.searchsorted(self.above, most)) + 1
        return np.clip(most - self.above[:end] + self.weights[:end], 0, self.weights[:end])
