"""The other customers, for the plain reading of one: sorted values that ranks and totals are looked up in.

Values are exact: money and fractions as integers of their last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS, Better
from vitalfew.languages import say

Integers = npt.NDArray[np.int64]
T = TypeVar("T")
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")


@dataclass(frozen=True)
class Values:
    """The known values of one column, sorted, as integers of 10^-digits."""

    ordered: Integers
    digits: int

    @cached_property
    def _sums(self) -> list[int]:
        above_zero = np.maximum(self.ordered, 0).astype(object)
        return [0, *np.cumsum(above_zero).tolist()]

    def scaled(self, value: Any) -> int:
        """A value as an integer of the last digit."""
        return int(Decimal(value).scaleb(self.digits).to_integral_value())

    @property
    def n(self) -> int:
        """How many customers have a value."""
        return len(self.ordered)

    def worse(self, value: Any, better: Better = "more") -> int:
        """How many have a strictly worse value."""
        mine = self.scaled(value)
        if better == "more":
            return int(np.searchsorted(self.ordered, mine, side="left"))
        return self.n - int(np.searchsorted(self.ordered, mine, side="right"))

    def equal(self, value: Any) -> int:
        """How many have this very value."""
        mine = self.scaled(value)
        first, last = (int(np.searchsorted(self.ordered, mine, side=side)) for side in _SIDES)
        return last - first

    def total(self) -> Decimal:
        """Sum of the values above zero."""
        return Decimal(self._sums[-1]).scaleb(-self.digits)

    def total_above(self, value: Any) -> Decimal:
        """Sum of the values strictly larger than this one, those below zero as zero."""
        place = int(np.searchsorted(self.ordered, self.scaled(value), side="right"))
        return Decimal(self._sums[-1] - self._sums[place]).scaleb(-self.digits)


@dataclass(frozen=True)
class Population:
    """All customers but one, column by column."""

    table: pa.Table
    _values: dict[str, Values] = field(default_factory=dict, repr=False)
    _of_all: dict[str, Values] = field(default_factory=dict, repr=False)
    _memory: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def __getitem__(self, column: str) -> Values:
        """The known values of the other buyers; customers without an order stand outside."""
        if column not in self._values:
            self._values[column] = sorted_values(self.buyers.column(column))
        return self._values[column]

    @cached_property
    def buyers(self) -> pa.Table:
        """The others that have an order."""
        if HAS_ORDERS not in self.table.column_names:
            return self.table
        return self.table.filter(self.table.column(HAS_ORDERS))

    def everybody(self, column: str) -> Values:
        """The known values of all others, those without an order included."""
        if column not in self._of_all:
            self._of_all[column] = sorted_values(self.table.column(column))
        return self._of_all[column]

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What a method works out of the others once, for all the questions about one customer."""
        if key not in self._memory:
            self._memory[key] = make()
        found: T = self._memory[key]
        return found


def sorted_values(column: pa.ChunkedArray) -> Values:
    """The known values of an integer or decimal column, sorted."""
    digits = column.type.scale if pa.types.is_decimal(column.type) else 0
    return Values(np.sort(whole_steps(column)), digits)


def whole_steps(column: pa.ChunkedArray) -> Integers:
    """The known values of an integer or decimal column as integers of their last digit.

    A decimal lies in memory as just such an integer of sixteen bytes, of which the lower eight hold
    every sum of money; a larger one is refused.
    """
    known = column.drop_null().combine_chunks()
    if not pa.types.is_decimal(known.type):
        return np.asarray(known.cast(pa.int64()))
    halves = np.frombuffer(known.buffers()[1], dtype=np.int64).reshape(-1, 2)[known.offset : known.offset + len(known)]
    if np.any(halves[:, 1] != (halves[:, 0] >> 63)):
        raise Refusal(
            say("a customer's value needs more than 18 digits."),
            remedy=say("Look for a mistaken amount, or count in thousands."),
        )
    return halves[:, 0].copy()
