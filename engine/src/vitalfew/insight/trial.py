"""A chain tried on the year that is over: learned up to a year ago, held against what came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from vitalfew.insight.chain import MONTHS, NOWHERE, Stands, Steps, foretold
from vitalfew.insight.estimates import Expected, expected
from vitalfew.insight.month_ends import Grades

FEWEST = 6
"""Changes of month before the year, below which the chain of then says nothing of the one of now."""


@dataclass(frozen=True)
class Tried:
    """A grade with its customers of then, those expected since, and those there are; of who was known then."""

    grade: str | None
    then: int
    expected: Expected
    found: int


@dataclass(frozen=True)
class Trial:
    """What the chain of `months` changes of month up to `then` expected of `now`; both are month ends."""

    then: date
    now: date
    months: int
    grades: tuple[Tried, ...]

    @property
    def wrong(self) -> Decimal:
        """Customers too many in some grades, too few in others."""
        return sum((abs(one.expected.value - one.found) for one in self.grades), Decimal(0)) / 2

    @property
    def unchanged(self) -> Decimal:
        """The same of the guess that each grade keeps the number of its customers."""
        return Decimal(sum(abs(one.then - one.found) for one in self.grades)) / 2

    @property
    def inside(self) -> int:
        """Grades whose number lies inside the interval."""
        return sum(one.expected.low <= one.found <= one.expected.high for one in self.grades)


def trial(grades: Grades, ends: list[date], stands: Stands) -> Trial | None:
    """The trial of grades at these month ends; None where too few of them lie before the year."""
    earlier = stands[:-MONTHS][-MONTHS - 1 :]
    if len(earlier) <= FEWEST:
        return None
    known = earlier[-1] > NOWHERE
    then, now = earlier[-1][known], stands[-1][known]
    seen = foretold(Steps.between(earlier[:, known], len(grades)), earlier[:, known], then, np.zeros(len(then)))
    told = tuple(
        Tried(
            grade,
            int((then == place).sum()),
            expected(seen.customers[place], seen.customers_between[:, place], 1),
            int((now == place).sum()),
        )
        for place, grade in enumerate(grades)
    )
    return Trial(ends[-MONTHS - 1], ends[-1], len(earlier) - 1, told)
