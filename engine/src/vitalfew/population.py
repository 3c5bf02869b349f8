"""The other customers, for the plain reading of one: sorted values that ranks and totals are looked up in.

Values are exact: money and fractions as integers of their last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
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
Row = Mapping[str, Any]
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
            return int(self.ordered.searchsorted(mine, "left"))
        return self.n - int(self.ordered.searchsorted(mine, "right"))

    def equal(self, value: Any) -> int:
        """How many have this very value."""
        mine = self.scaled(value)
        first, last = (int(self.ordered.searchsorted(mine, side)) for side in _SIDES)
        return last - first

    def total(self) -> Decimal:
        """Sum of the values above zero."""
        return Decimal(self._sums[-1]).scaleb(-self.digits)

    def total_above(self, value: Any) -> Decimal:
        """Sum of the values strictly larger than this one, those below zero as zero."""
        place = int(self.ordered.searchsorted(self.scaled(value), "right"))
        return Decimal(self._sums[-1] - self._sums[place]).scaleb(-self.digits)

    def without(self, value: Any) -> Values:
        """The same without one customer's value, looked up in these; a missing value takes nothing away."""
        return self if value is None else AllButOne(self, self.scaled(value))


class AllButOne(Values):
    """Values with one of them taken out. Nothing is sorted or added up again."""

    def __init__(self, everybody: Values, taken_out: int) -> None:
        object.__setattr__(self, "digits", everybody.digits)
        object.__setattr__(self, "_everybody", everybody)
        object.__setattr__(self, "_out", taken_out)

    _everybody: Values
    _out: int

    @cached_property
    def ordered(self) -> Integers:
        """The values, sorted; worked out only for a method that looks at them one by one."""
        everybody = self._everybody.ordered
        return np.delete(everybody, np.searchsorted(everybody, self._out))

    @property
    def n(self) -> int:
        return self._everybody.n - 1

    def worse(self, value: Any, better: Better = "more") -> int:
        mine = self.scaled(value)
        counted = self._out < mine if better == "more" else self._out > mine
        return self._everybody.worse(value, better) - counted

    def equal(self, value: Any) -> int:
        return self._everybody.equal(value) - (self._out == self.scaled(value))

    def total(self) -> Decimal:
        return self._everybody.total() - self._amount

    def total_above(self, value: Any) -> Decimal:
        counted = self._amount if self._out > self.scaled(value) else Decimal(0)
        return self._everybody.total_above(value) - counted

    @property
    def _amount(self) -> Decimal:
        return Decimal(max(self._out, 0)).scaleb(-self.digits)


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

    def folded(self, key: Hashable, fold: Callable[[Population], T], without: Callable[[T, Row], T]) -> T:  # noqa: ARG002
        """What a method folds from all these customers, once; `without` takes one of them out of it again."""
        return self.remembered(key, lambda: fold(self))

    def without(self, place: int) -> Population:
        """The others of the customer in this row: many customers can be judged one after another at little cost."""
        return Others(_left(self.table, place), everyone=self, one=self.table.slice(place, 1).to_pylist()[0])


@dataclass(frozen=True)
class Others(Population):
    """A population without one of its customers."""

    everyone: Population = field(kw_only=True)
    one: Row = field(kw_only=True)

    def __getitem__(self, column: str) -> Values:
        values = self.everyone[column]
        return values.without(self.one[column]) if self.one.get(HAS_ORDERS, True) else values

    def folded(self, key: Hashable, fold: Callable[[Population], T], without: Callable[[T, Row], T]) -> T:
        return self.remembered(key, lambda: without(self.everyone.folded(key, fold, without), self.one))

    def everybody(self, column: str) -> Values:
        return self.everyone.everybody(column).without(self.one[column])


def _left(table: pa.Table, place: int) -> pa.Table:
    return pa.concat_tables([table.slice(0, place), table.slice(place + 1)])


def sorted_values(column: pa.ChunkedArray) -> Values:
    """The known values of an integer or decimal column, sorted."""
    digits = column.type.scale if pa.types.is_decimal(column.type) else 0
    return Values(np.sort(whole_steps(column)), digits)


def whole_steps(column: pa.ChunkedArray | pa.Array) -> Integers:
    """The known values of an integer or decimal column as integers of their last digit.

    A decimal lies in memory as just such an integer of sixteen bytes, of which the lower eight hold
    every sum of money; a larger one is refused.
    """
    known = column.drop_null()
    if isinstance(known, pa.ChunkedArray):
        known = known.combine_chunks()
    if not pa.types.is_decimal(known.type):
        return np.asarray(known.cast(pa.int64()))
    halves = np.frombuffer(known.buffers()[1], dtype=np.int64).reshape(-1, 2)[known.offset : known.offset + len(known)]
    if np.any(halves[:, 1] != (halves[:, 0] >> 63)):
        raise Refusal(
            say("a customer's value needs more than 18 digits."),
            remedy=say("Look for a mistaken amount, or count in thousands."),
        )
    return halves[:, 0].copy()
