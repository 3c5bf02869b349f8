"""Where customers stand by a metric: how many have a worse value or the same, and what the better ones have together.

It is worked out once for all methods that ask, ahead of them, and stands in hidden columns beside the metric: by
`with_places` on any engine, or by `placed` from a table in memory, which takes a tenth of the time. Customers without an
order and missing values stand nowhere. A test holds the two ways against each other for every scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
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
SUMS = ("above", "up_to", "total")

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
        together = (positive(counted[metric]) * counted._n).cast(dt.Decimal(38, scale))
        total = together.sum().over(ibis.window())
        below = together.sum().over(so_far) - together
        cells |= {"total": total, "up_to": total - below, "above": total - below - together}
    return counted.select(metric, **buyers, **{f"{metric}.{name}": cell for name, cell in cells.items()})


def placed(customers: pa.Table, asked: Asked) -> pa.Table:
    """The same of a table in memory, from its sorted values. Raises Refusal where a value needs more than 18 digits."""
    buyers = _flags(customers[HAS_ORDERS]) if HAS_ORDERS in customers.column_names else True
    columns = dict(zip(customers.column_names, customers.columns, strict=True))
    for metric, sums in asked.items():
        values = customers[metric].combine_chunks()
        counted = np.asarray(values.is_valid()) & buyers
        cells = _cells(values.filter(pa.array(counted)), sums=sums)
        columns |= {f"{metric}.{name}": _spread(cell, counted) for name, cell in cells.items()}
    return pa.table(columns)


def _flags(column: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    return np.asarray(column.fill_null(False))


def _cells(values: pa.Array, *, sums: bool) -> dict[str, pa.Array]:
    """The places of known values, in their order."""
    steps = whole_steps(values)
    order = np.argsort(steps)
    rising = steps[order]
    begins = np.flatnonzero(np.concatenate(([True], rising[1:] != rising[:-1]))[: len(rising)])
    counts = np.diff(np.append(begins, len(rising)))
    back = np.empty_like(order)
    back[order] = np.repeat(np.arange(len(begins)), counts)
    cells = {
        "worse": pa.array(begins.astype(np.int32)[back]),
        "equal": pa.array(counts.astype(np.int32)[back]),
        "known": pa.array(np.full(len(steps), len(steps), np.int32)),
    }
    if sums:
        scale = getattr(values.type, "scale", 0)
        below = np.concatenate(([0], np.cumsum(_positive(rising))))
        total = below[-1:]
        cells["up_to"] = _money((total - below[begins])[back], scale)
        cells["above"] = _money((total - below[begins + counts])[back], scale)
        cells["total"] = _money(np.repeat(total, len(steps)), scale)
    return cells


def _positive(steps: Integers) -> Any:
    """Values above zero, those below as zero; as Python's own integers where their sum could pass 64 bits."""
    above = np.maximum(steps, 0)
    return above if float(above.sum(dtype=np.float64)) < EXACT else above.astype(object)


def _money(steps: Any, scale: int) -> pa.Array:
    """Integers of the last digit as decimals."""
    kind = pa.decimal128(38, scale)
    if steps.dtype == object:
        return pa.array([Decimal(step).scaleb(-scale) for step in steps], kind)
    halves = np.stack((steps, steps >> 63), axis=1)
    return pa.Array.from_buffers(kind, len(steps), [None, pa.py_buffer(np.ascontiguousarray(halves))])


def _spread(cells: pa.Array, counted: npt.NDArray[np.bool_]) -> pa.Array:
    """The cells of those who are counted, missing for the others."""
    if len(cells) == len(counted):
        return cells
    places = np.cumsum(counted) - 1
    return cells.take(pa.array(places, mask=~counted))
