"""What buying models learn from: how often, how recently and for how long each customer has bought.

Days are whole. Customers with the same numbers are one row with a count, so that a fit hardly depends on how many
customers there are: three years hold at most a few hundred thousand different histories, however large the company.
"""

from __future__ import annotations

from collections.abc import Iterator
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
        x, recency, age, customers = (rows[name].to_numpy().astype(np.float64) for name in (*KEYS, "customers"))
        order = _order(x, recency, age)
        return cls(x[order], recency[order], age[order], customers[order], log_gaps)

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
        some = evenly(len(self.age))
        return self if some is None else self.part(some)

    def part(self, chosen: slice | npt.NDArray[np.bool_ | np.intp]) -> Histories:
        """Some of the rows, without their gaps."""
        return Histories(self.frequency[chosen], self.recency[chosen], self.age[chosen], self.customers[chosen])

    @cached_property
    def by_frequency(self) -> tuple[Numbers, Numbers]:
        """The different frequencies, and how many customers have each."""
        frequencies, (customers,) = counted(self.frequency, self.customers)
        return frequencies, customers

    @cached_property
    def by_age(self) -> tuple[Numbers, Numbers, Numbers]:
        """The different ages, how many customers have each, and the repeat occasions of these."""
        ages, (customers, repeats) = counted(self.age, self.customers, self.customers * self.frequency)
        return ages, customers, repeats

    def kinds(self) -> tuple[Histories, npt.NDArray[np.intp]]:
        """One history of each frequency and age, and which of them is like each of these."""
        key = self.frequency * (self.age.max(initial=0.0) + 1) + self.age
        _, chosen, places = np.unique(key, return_index=True, return_inverse=True)
        return self.part(chosen), places

    @cached_property
    def returned(self) -> Histories:
        """Those with a repeat occasion."""
        return self.part(self.frequency > 0)

    def parts(self, rows: int) -> Iterator[Histories]:
        """So many rows after the other, which fit into the cache with what is worked out of them."""
        yield from map(self.part, pieces(len(self.age), rows))


def _order(frequency: Numbers, recency: Numbers, age: Numbers) -> npt.NDArray[np.intp]:
    """By all three. Whole numbers make one key of 53 bits unless they are too large, which is sorted much sooner."""
    days = float(age.max(initial=0.0)) + 1
    if (float(frequency.max(initial=0.0)) + 1) * days**2 < 2**53:
        return np.argsort((frequency * days + recency) * days + age)
    return np.lexsort((age, recency, frequency))


def evenly(count: int) -> slice | None:
    """Some of many rows, as far from each other; None where there are few."""
    step = count // SAMPLED
    return slice(step // 2, None, step) if step > 1 else None


def pieces(count: int, rows: int) -> Iterator[slice]:
    """So many rows after the other."""
    yield from (slice(start, start + rows) for start in range(0, count, rows))


def counted(values: Numbers, *counts: Numbers) -> tuple[Numbers, list[Numbers]]:
    """The different values in order, and the sums of each of the counts over those who have them."""
    different, places = np.unique(values, return_inverse=True)
    return different, [np.bincount(places, each, len(different)).astype(np.float64) for each in counts]


def grouped(customers: ir.Table) -> ir.Table:
    """Distinct `frequency, recency, age` of customers, with the number of `customers` of each."""
    return customers.group_by(*KEYS).aggregate(customers=customers.count())
