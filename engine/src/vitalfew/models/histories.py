"""What buying models learn from: how often, how recently and for how long each customer has bought.

Days are whole. Customers with the same numbers are one row with a count, so that a fit hardly depends on how many
customers there are: three years hold at most a few hundred thousand different histories, however large the company.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

Numbers = npt.NDArray[np.float64]

KEYS = ("frequency", "recency", "age")
"""Repeat occasions; days from the first to the last occasion; days from the first occasion to the as-of day."""

SAMPLED = 10_000
"""Histories of a sample, and twice as many at most."""


@dataclass(frozen=True)
class Histories:
    """Distinct histories in order: `frequency` counts, `recency` and `age` days, `customers` how many have each.

    `log_gaps` is the sum of the logarithms of all gaps between occasions, of all customers; only a model that asks how
    regular they are looks at it.
    """

    frequency: Numbers
    recency: Numbers
    age: Numbers
    customers: Numbers
    log_gaps: float = 0.0

    @classmethod
    def of(cls, rows: pa.Table, log_gaps: float = 0.0) -> Histories:
        """The rows of `grouped`, sorted by them, so that sums are taken in the same order whatever made the rows."""
        ordered = rows.sort_by([(name, "ascending") for name in KEYS])
        x, recency, age, customers = (ordered[name].to_numpy().astype(np.float64) for name in (*KEYS, "customers"))
        return cls(x, recency, age, customers, log_gaps)

    @property
    def n(self) -> int:
        """Customers in all."""
        return int(self.customers.sum())

    @property
    def repeaters(self) -> int:
        """Customers with a second occasion at least."""
        return int(self.customers[self.frequency > 0].sum())

    @property
    def repeats(self) -> float:
        """Repeat occasions of all customers."""
        return float((self.frequency * self.customers).sum())

    @property
    def mean_age(self) -> float:
        """Mean days a customer has been known; a year where nobody has been known for a day."""
        return float((self.age * self.customers).sum()) / self.n if self.timed else 365.25

    @property
    def timed(self) -> bool:
        """Whether a day has passed since anybody's first occasion; before that there is nothing to learn from."""
        return bool(np.any(self.age > 0))

    def in_units_of(self, days: float) -> Histories:
        """The same with times counted in units of so many days."""
        log_gaps = self.log_gaps - self.repeats * float(np.log(days))
        return Histories(self.frequency, self.recency / days, self.age / days, self.customers, log_gaps)

    def sample(self) -> Histories:
        """Evenly some of many, in their order; all of them where there are few."""
        step = len(self.age) // SAMPLED
        if step < 2:
            return self
        return self.part(slice(step // 2, None, step))

    def part(self, chosen: slice | npt.NDArray[np.bool_ | np.intp]) -> Histories:
        """Some of the rows, without their gaps."""
        return Histories(self.frequency[chosen], self.recency[chosen], self.age[chosen], self.customers[chosen])

    @cached_property
    def kinds(self) -> tuple[Numbers, npt.NDArray[np.intp]]:
        """The different frequencies, and which of them each history has: gamma functions are worked out once for each."""
        values, places = np.unique(self.frequency, return_inverse=True)
        return values, places


def grouped(customers: ir.Table) -> ir.Table:
    """Distinct `frequency, recency, age` of customers, with the number of `customers` of each."""
    return customers.group_by(*KEYS).aggregate(customers=customers.count())
