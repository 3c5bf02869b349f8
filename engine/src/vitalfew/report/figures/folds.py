"""Sums, shares and orders over the customers that the figures are made of, all of them exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.expressions import share
from vitalfew.population import whole_steps

__all__ = ["Curve", "first_by", "per_cent", "share", "sums_by", "total"]

MOST_POINTS = 400
"""Points of a curve; of more customers a sample that holds every point asked for."""


def total(people: pa.Table, column: str) -> Decimal:
    """The sum of a column; zero where it is empty."""
    return Decimal(pc.sum(people[column]).as_py() or 0)


def sums_by(people: pa.Table, label: str, *columns: str) -> dict[Any, dict[str, Any]]:
    """Label → `customers` and the sum of each column, of the customers that have a label."""
    known = people.filter(people[label].is_valid())
    asked = [("customer_id", "count"), *((column, "sum") for column in columns)]
    rows = known.group_by(label).aggregate(asked).to_pylist()
    return {
        row[label]: {"customers": row["customer_id_count"]}
        | {column: Decimal(row[f"{column}_sum"] or 0) for column in columns}
        for row in rows
    }


def first_by(people: pa.Table, column: str, most: int, order: str = "descending") -> pa.Table:
    """The first customers by a column, equal ones by id; those without a value are left out."""
    known = people.filter(people[column].is_valid())
    keys = [(column, order), ("customer_id", "ascending")]
    return known.take(pc.select_k_unstable(known, min(most, known.num_rows), keys)) if known.num_rows else known


@dataclass(frozen=True)
class Curve:
    """Values from the largest to the smallest, as integers of the last digit, and their running total."""

    values: np.ndarray[Any, Any]
    digits: int

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> Curve:
        """The curve of the known values of a decimal column."""
        digits = column.type.scale if pa.types.is_decimal(column.type) else 0
        return cls(np.sort(whole_steps(column))[::-1], digits)

    @cached_property
    def _running(self) -> np.ndarray[Any, Any]:
        """Sums that could leave 64 bits are taken in Python's own integers."""
        large = len(self.values) and float(np.abs(self.values).max()) * len(self.values) > 2.0**62
        return np.cumsum(self.values.astype(object if large else np.int64))

    @property
    def n(self) -> int:
        """How many values there are."""
        return len(self.values)

    def value(self, place: int) -> Decimal:
        """The value at a place, from 1."""
        return Decimal(int(self.values[place - 1])).scaleb(-self.digits)

    def up_to(self, place: int) -> Decimal:
        """The sum of the first so many."""
        return Decimal(int(self._running[place - 1])).scaleb(-self.digits) if place else Decimal(0)

    @property
    def total(self) -> Decimal:
        """The sum of all."""
        return self.up_to(self.n)

    @cached_property
    def above_zero(self) -> int:
        """How many values are above zero."""
        return int(np.count_nonzero(self.values > 0))

    def places(self, exact: Iterable[int] = ()) -> list[int]:
        """The places that are drawn: 0, the exact ones, the last, and between them more at both ends, which are steep."""
        wanted = {0, *exact, self.n}
        parts = MOST_POINTS - len(wanted)
        between = {self.n * (3 * i * i * parts - 2 * i**3) // parts**3 for i in range(parts)}
        return sorted(wanted | between)


def per_cent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Part of the whole on an axis from 0 to 100, three digits; zero where there is no whole."""
    return Decimal(round(Fraction(part) / Fraction(whole) * 10**5)).scaleb(-3) if whole > 0 else Decimal(0)
