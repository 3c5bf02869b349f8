"""Where customers stand by a metric: how many have a worse value or the same, and what the better ones have together.

It is worked out once for all methods that ask, ahead of them, and stands in hidden columns beside the metric: by
`with_places` on any engine, or by `placed` from a table in memory, which takes a tenth of the time. Customers without an
order and missing values stand nowhere. A test holds the two ways against each other for every scheme.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.expressions import HAS_ORDERS, Better, positive
from vitalfew.population import Integers, whole_steps

Asked = Mapping[str, bool]
"""Metric → whether the sums are wanted, too: what all have and what those with a larger value have together."""

PLACES = ("worse", "equal", "known")
SUMS = ("own", "above", "up_to", "total")
STEPS = dt.Decimal(38, 0)

MULTIPLE = 10**6
"""Sums may be multiplied by so much within their type."""

EXACT = 2.0**62
"""Sums up to here fit into 64 bits with certainty."""


class Place:
    """The place of every customer by one metric, as columns of a table that has them."""

    def __init__(self, customers: ir.Table, metric: str) -> None:
        self._customers = customers
        self._metric = metric

    def _cell(self, name: str) -> Any:
        return self._customers[f"{self._metric}.{name}"]

    @property
    def known(self) -> Any:
        """How many customers have a value: the n of a rule."""
        return self._cell("known").cast("int64")

    @property
    def equal(self) -> Any:
        """How many have this very value, the customer itself included."""
        return self._cell("equal").cast("int64")

    @property
    def own(self) -> Any:
        """The value, below zero as zero. This and the sums are whole numbers: of cents, or whatever the last digit is."""
        return self._cell("own")

    @property
    def above(self) -> Any:
        """Sum over those whose value is strictly larger, values below zero as zero."""
        return self._cell("above")

    @property
    def up_to(self) -> Any:
        """Sum over those whose value is not smaller, the customer itself included."""
        return self._cell("up_to")

    @property
    def total(self) -> Any:
        """Sum over all, values below zero as zero."""
        return self._cell("total")

    def worse(self, better: Better = "more") -> Any:
        """How many have a strictly worse value."""
        fewer = self._cell("worse").cast("int64")
        return fewer if better == "more" else self.known - fewer - self.equal

    def midrank(self, better: Better) -> Any:
        """The percentile 100 × (worse + (equal - 1) / 2) / (n - 1) as a float; 50 where n = 1, missing with the value."""
        twice = 2 * self.worse(better) + self.equal - 1
        percentile = twice * 50 / (self.known - 1).nullif(0)
        return ibis.ifelse(twice.isnull(), None, percentile.fill_null(50.0))


def hidden(metric: str, *, sums: bool) -> tuple[str, ...]:
    """The columns beside a metric."""
    return tuple(f"{metric}.{name}" for name in (*PLACES, *(SUMS if sums else ())))


def lacking(columns: tuple[str, ...] | list[str], asked: Asked) -> dict[str, bool]:
    """Those metrics whose places are asked for and do not stand there yet."""
    there = set(columns)
    return {name: sums for name, sums in asked.items() if not there.issuperset(hidden(name, sums=sums))}


def with_places(customers: ir.Table, asked: Asked) -> ir.Table:
    """The customers with the hidden columns. Values are counted first and ranked then: that suits engines in columns."""
    joined = customers
    for metric, sums in asked.items():
        counted = _counted(customers, metric, sums=sums)
        joined = joined.left_join(counted, _keys(joined, counted, metric), rname="{name}_counted")
        joined = joined.drop(f"{metric}_counted", *([f"{HAS_ORDERS}_counted"] if HAS_ORDERS in joined.columns else []))
    return joined


def _keys(customers: ir.Table, counted: ir.Table, metric: str) -> list[Any]:
    keys = [metric, *([HAS_ORDERS] if HAS_ORDERS in customers.columns else [])]
    return [customers[key] == counted[key] for key in keys]


def _counted(customers: ir.Table, metric: str, *, sums: bool) -> ir.Table:
    """Each value of the buyers with its place."""
    values = customers.filter(customers[metric].notnull())
    buyers = {}
    if HAS_ORDERS in customers.columns:
        values, buyers = values.filter(values[HAS_ORDERS]), {HAS_ORDERS: ibis.literal(value=True)}
    counted = values.group_by(metric).aggregate(_n=values.count())
    so_far = ibis.window(order_by=counted[metric].asc(), rows=(None, 0))
    cells = {
        "worse": (counted._n.sum().over(so_far) - counted._n).cast("int64"),
        "equal": counted._n,
        "known": counted._n.sum().over(ibis.window()).cast("int64"),
    }
    if sums:
        scale = getattr(counted[metric].type(), "scale", None) or 0
        own = (positive(counted[metric]) * 10**scale).cast(STEPS)
        together = (own * counted._n).cast(STEPS)
        total = together.sum().over(ibis.window())
        below = together.sum().over(so_far) - together
        cells |= {"own": own, "total": total, "up_to": total - below, "above": total - below - together}
    return counted.select(metric, **buyers, **{f"{metric}.{name}": cell for name, cell in cells.items()})


def placed(customers: pa.Table, asked: Asked, only: Collection[str] | None = None) -> pa.Table:
    """The same of a table in memory, from its sorted values. Raises Refusal where a value needs more than 18 digits.

    With `only`, hidden columns that are not among these are empty.
    """
    buyers = _flags(customers[HAS_ORDERS]) if HAS_ORDERS in customers.column_names else True
    columns = dict(zip(customers.column_names, customers.columns, strict=True))
    for metric, sums in asked.items():
        columns |= _beside(customers[metric].combine_chunks(), buyers, hidden(metric, sums=sums), only)
    return pa.table(columns)


def _flags(column: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    return np.asarray(column.fill_null(False))


def _beside(values: pa.Array, buyers: Any, names: Iterable[str], only: Collection[str] | None) -> dict[str, pa.Array]:
    """The hidden columns of one metric."""
    counted = np.asarray(values.is_valid()) & buyers
    ranking = Ranking(values.filter(pa.array(counted)))
    return {
        name: _spread(getattr(ranking, name.rpartition(".")[2])(), counted)
        if only is None or name in only
        else pa.nulls(len(values))
        for name in names
    }


class Ranking:
    """Known values and, for each hidden column, its cells in the order of the values."""

    def __init__(self, values: pa.Array) -> None:
        self._steps = whole_steps(values)
        self._order = np.argsort(self._steps)
        rising = self._steps[self._order]
        self._begins = np.flatnonzero(np.concatenate(([True], rising[1:] != rising[:-1]))[: len(rising)])
        self._counts = np.diff(np.append(self._begins, len(rising)))

    @cached_property
    def _back(self) -> Integers:
        """Which of the distinct values each customer has."""
        places = np.empty_like(self._order)
        places[self._order] = np.repeat(np.arange(len(self._begins)), self._counts)
        return places

    @cached_property
    def _above_zero(self) -> Any:
        return _summable(np.maximum(self._steps, 0))

    @cached_property
    def _below(self) -> Any:
        """What those below each place in order have together, and at the end all."""
        return np.concatenate(([0], np.cumsum(self._above_zero[self._order])))

    def worse(self) -> pa.Array:
        """How many have a smaller value."""
        return pa.array(self._begins.astype(np.int32)[self._back])

    def equal(self) -> pa.Array:
        """How many have the same."""
        return pa.array(self._counts.astype(np.int32)[self._back])

    def known(self) -> pa.Array:
        """How many there are."""
        return pa.array(np.full(len(self._steps), len(self._steps), np.int32))

    def own(self) -> pa.Array:
        """The value, below zero as zero."""
        return _whole(self._above_zero)

    def above(self) -> pa.Array:
        """What those with a larger value have together."""
        return _whole((self._below[-1] - self._below[self._begins + self._counts])[self._back])

    def up_to(self) -> pa.Array:
        """What those with a value that is not smaller have together."""
        return _whole((self._below[-1] - self._below[self._begins])[self._back])

    def total(self) -> pa.Array:
        """What all have together."""
        return _whole(np.repeat(self._below[-1:], len(self._steps)))


def _summable(steps: Integers) -> Any:
    """As Python's own integers where a multiple of their sum could pass 64 bits."""
    return steps if MULTIPLE * float(steps.sum(dtype=np.float64)) < EXACT else steps.astype(object)


def _whole(steps: Any) -> pa.Array:
    return pa.array(map(Decimal, steps), pa.decimal128(38, 0)) if steps.dtype == object else pa.array(steps)


def _spread(cells: pa.Array, counted: npt.NDArray[np.bool_]) -> pa.Array:
    """The cells of those who are counted, missing for the others."""
    if len(cells) == len(counted):
        return cells
    places = np.cumsum(counted) - 1
    return cells.take(pa.array(places, mask=~counted))
