"""Grades as a chain: who went from which to which in a month, and where customers stand when it goes on so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from vitalfew.proof.intervals import SEED, between, draws
from vitalfew.proof.rankings import Numbers

MONTHS = 12
"""How far is looked ahead, and from how many changes of month at most is learned."""

FEWEST = 10
"""Different customers, below which what they say of all others like them is hardly known."""

NOWHERE = -1
"""The place of a customer on a day on which nobody knew it yet."""

Counts = npt.NDArray[np.int64]

Stands = npt.NDArray[np.int16]
"""Places of customers among the grades; of several days a row for each."""


@dataclass(frozen=True)
class Steps:
    """Every change of month of every customer: who (`who`), and from which grade to which (`pairs`: was × grades + now)."""

    who: npt.NDArray[np.int64]
    pairs: npt.NDArray[np.int64]
    grades: int

    @classmethod
    def between(cls, stands: Stands, grades: int) -> Steps:
        """The steps from each day to the next of those who were known on both."""
        was, now = stands[:-1].astype(np.int64), stands[1:].astype(np.int64)
        known = (was > NOWHERE) & (now > NOWHERE)
        return cls(np.nonzero(known)[1], was[known] * grades + now[known], grades)

    def counts(self, weights: Numbers | None = None) -> Numbers:
        """From which grade (rows) how many went to which (columns), customers counted as often as their weight says."""
        each = None if weights is None else weights[self.who]
        counted = np.bincount(self.pairs, each, minlength=self.grades**2)
        return counted.astype(np.float64).reshape(self.grades, self.grades)

    @cached_property
    def seen(self) -> tuple[int, ...]:
        """How many different customers began a month in each grade."""
        return tuple(len(np.unique(self.who[self.pairs // self.grades == grade])) for grade in range(self.grades))


def chances(counts: Numbers) -> Numbers:
    """The part of each row that went to each grade; who was never seen to go anywhere stays."""
    sums = counts.sum(axis=1, keepdims=True)
    return np.where(sums > 0, counts / np.where(sums > 0, sums, 1), np.eye(len(counts)))


def ahead(counts: Numbers, months: int = MONTHS) -> Numbers:
    """From each grade (rows) the chance of each (columns) after so many months: the chain, month after month."""
    after = np.linalg.matrix_power(chances(counts), months)
    found: Numbers = after / after.sum(axis=1, keepdims=True)
    return found


@dataclass(frozen=True)
class Learned:
    """What a chain was learned from: so many changes of month of so many customers, between two month ends."""

    months: int
    customers: int
    since: date
    until: date


@dataclass(frozen=True)
class Foretold:
    """By grade what is expected and the ends of its 95 % interval: customers, money; `total` is the money of all.

    Money is not a number for a grade that nobody has today: nobody says what a customer of it brings.
    """

    customers: Numbers
    customers_between: Numbers
    money: Numbers
    money_between: Numbers
    total: float
    total_between: Numbers


def foretold(steps: Steps, stood: Stands, now: Stands, money: Numbers) -> Foretold:
    """Where the customers that stand in `now` are expected in twelve months, and what they bring then.

    A grade brings what it brings now; for each customer more or fewer, what one brings that came to it in the months of
    `stood` (see `Worth`). The interval draws customers for the chain and for the money (bootstrap), and then lets each
    customer of today go its way by chance.
    """
    n = np.bincount(now, minlength=steps.grades).astype(np.int64)
    worth = Worth.of(stood, now, money, steps.grades)
    customers, evenly = n @ ahead(steps.counts()), np.ones(len(now))
    drawn = np.array([*_drawn(steps, worth, n)])
    brought = np.where(n > 0, worth.of_so_many(n, customers, evenly), np.nan)
    totals = np.where(n > 0, drawn[:, 1], 0).sum(axis=1)
    return Foretold(
        customers,
        between(drawn[:, 0]),
        brought,
        between(drawn[:, 1]),
        float(np.nansum(brought)),
        between(totals),
    )


def _drawn(steps: Steps, worth: Worth, n: Counts) -> Iterator[tuple[Numbers, Numbers]]:
    """Draw by draw how many customers come to stand in each grade, and what they bring."""
    dice = np.random.default_rng([SEED, MONTHS])
    for drawn in draws(len(worth.now)):
        weights = drawn.astype(np.float64)
        went = dice.multinomial(n, ahead(steps.counts(weights))).sum(axis=0).astype(np.float64)
        yield went, worth.of_so_many(n, went, weights)


@dataclass(frozen=True)
class Worth:
    """What customers bring by where they stand, and which of them came to it from another grade within some months.

    Who moves stands near the cut and brings less than an old customer of a high grade. Of grades to which few came it is
    what all of the grade bring.
    """

    now: Stands
    money: Numbers
    came: npt.NDArray[np.bool_]
    enough: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, stood: Stands, now: Stands, money: Numbers, grades: int) -> Worth:
        """The same of customers who stood somewhere on several days."""
        came = ((stood > NOWHERE) & (stood != now)).any(axis=0)
        return cls(now, money, came, np.bincount(now[came], minlength=grades) >= FEWEST)

    def of_so_many(self, before: Counts, after: Numbers, weights: Numbers) -> Numbers:
        """What each grade brings with so many customers in place of those before, counted as their weights say.

        Who leaves takes with it what one that came brings, at most what all of the grade bring.
        """
        each = self._means(weights)
        came = np.where(self.enough, self._means(weights * self.came), each)
        return before * each + np.where(after > before, came, np.minimum(came, each)) * (after - before)

    def _means(self, weights: Numbers) -> Numbers:
        """The mean of the money in each grade; zero where nobody is."""
        customers = np.bincount(self.now, weights, minlength=len(self.enough))
        sums = np.bincount(self.now, weights * self.money, minlength=len(self.enough))
        return np.where(customers > 0, sums / np.where(customers > 0, customers, 1), 0)
