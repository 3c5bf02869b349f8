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

NOWHERE = -1
"""The place of a customer on a day on which nobody knew it yet."""

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


def foretold(steps: Steps, now: Stands, money: Numbers) -> Foretold:
    """Where the customers that stand in `now` are expected in twelve months, and what they bring then.

    A customer brings what those of its grade bring now on the average. The interval draws customers for the chain and
    the averages (bootstrap), and then lets each customer of today go its way by chance.
    """
    n = np.bincount(now, minlength=steps.grades)
    customers, each = n @ ahead(steps.counts()), _each(now, money, np.ones(len(now)), steps.grades)
    drawn = np.array([*_drawn(steps, now, money, n)])
    worth, sums = customers * each, drawn[:, 0] * drawn[:, 1]
    return Foretold(
        customers,
        between(drawn[:, 0]),
        worth,
        between(sums),
        float(np.nansum(worth)),
        between(np.nansum(sums, axis=1)),
    )


def _drawn(steps: Steps, now: Stands, money: Numbers, n: npt.NDArray[np.int64]) -> Iterator[tuple[Numbers, Numbers]]:
    """Draw by draw how many customers come to stand in each grade, and what one of it brings."""
    dice = np.random.default_rng([SEED, MONTHS])
    overall = _each(now, money, np.ones(len(now)), steps.grades)
    for drawn in draws(len(now)):
        weights = drawn.astype(np.float64)
        went = dice.multinomial(n, ahead(steps.counts(weights))).sum(axis=0).astype(np.float64)
        each = _each(now, money, weights, steps.grades)
        yield went, np.where(np.isnan(each), overall, each)


def _each(now: Stands, money: Numbers, weights: Numbers, grades: int) -> Numbers:
    """What a customer of each grade brings on the average; not a number where nobody has the grade."""
    customers = np.bincount(now, weights, minlength=grades)
    sums = np.bincount(now, weights * money, minlength=grades)
    return np.where(customers > 0, sums / np.where(customers > 0, customers, 1), np.nan)
