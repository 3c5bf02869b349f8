"""Where customers stand by a metric: how many have a worse value or the same, and what the better ones have together.

It is worked out once for all methods that ask, ahead of them, and stands in hidden columns beside the metric: by
`with_places` on any engine, or by `placed` from a table in memory, which takes a tenth of the time. Missing values stand
nowhere, and among buyers nobody without an order. A test holds the two ways against each other for every scheme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.expressions import HAS_ORDERS, Better, positive
from vitalfew.population import Integers, whole_steps

Among = Literal["buyers", "everybody"]
Mask = npt.NDArray[np.bool_]

STEPS = dt.Decimal(38, 0)
"""Sums are whole numbers: of cents, or whatever the last digit of the metric is."""

MULTIPLE = 10**6
"""Sums may be multiplied by so much within their type."""

EXACT = 2.0**62
"""Sums up to here fit into 64 bits with certainty."""


COUNTS = ("smaller", "larger", "equal", "known")


def column_of(metric: str, cell: str, among: Among = "buyers") -> str:
    """The hidden column of a metric for one cell of `Ranking`."""
    return f"{metric}.{among}.{cell}"


def behind(better: Better) -> str:
    """The cell that counts those who stand behind a customer."""
    return "smaller" if better == "more" else "larger"


def before(better: Better) -> str:
    """The cell that counts those who stand before a customer."""
    return "larger" if better == "more" else "smaller"


def midrank(better: Better) -> str:
    """The cell of the mid-rank percentile."""
    return "midrank" if better == "more" else "midrank_less"


class Place:
    """The place of every customer by one metric, as columns of a table that has those that were asked for."""

    def __init__(self, customers: ir.Table, metric: str, among: Among = "buyers") -> None:
        self._customers = customers
        self._metric = metric
        self._among = among

    def __getattr__(self, cell: str) -> Any:
        column = self._customers[column_of(self._metric, cell, self._among)]
        return column.cast("int64") if cell in COUNTS else column

    def behind(self, better: Better) -> Any:
        """How many have a strictly worse value."""
        return getattr(self, behind(better))

    def before(self, better: Better) -> Any:
        """How many have a strictly better value."""
        return getattr(self, before(better))

    def percentile(self, better: Better) -> Any:
        """100 × (worse + (equal - 1) / 2) / (n - 1) as a float; 50 where n = 1."""
        return getattr(self, midrank(better))


def with_places(customers: ir.Table, columns: Collection[str]) -> ir.Table:
    """The customers with these hidden columns. Values are counted first and ranked then: that suits engines in columns."""
    joined = customers
    for (metric, among), cells in _asked(columns).items():
        counted = _counted(customers, metric, among, cells)
        keys = [metric, *([HAS_ORDERS] if HAS_ORDERS in counted.columns else [])]
        joined = joined.left_join(counted, [joined[key] == counted[key] for key in keys], rname="{name}_counted")
        joined = joined.drop(*(f"{key}_counted" for key in keys))
    return joined


def _asked(columns: Collection[str]) -> Mapping[tuple[str, Among], list[str]]:
    """Metric and those among whom it is asked → the cells."""
    asked: dict[tuple[str, Among], list[str]] = defaultdict(list)
    for column in sorted(columns):
        metric, among, cell = column.split(".")
        asked[metric, "everybody" if among == "everybody" else "buyers"].append(cell)
    return asked


def _counted(customers: ir.Table, metric: str, among: Among, cells: Collection[str]) -> ir.Table:
    """Each value that somebody has with its place."""
    values = customers.filter(customers[metric].notnull())
    buyers = {}
    if among == "buyers" and HAS_ORDERS in customers.columns:
        values, buyers = values.filter(values[HAS_ORDERS]), {HAS_ORDERS: ibis.literal(value=True)}
    counted = values.group_by(metric).aggregate(_n=values.count())
    found = _in_columns(counted, metric)
    return counted.select(metric, **buyers, **{column_of(metric, cell, among): found[cell] for cell in cells})


def _in_columns(counted: ir.Table, metric: str) -> dict[str, Any]:
    """Every cell of `Ranking` of values with how many have them."""
    so_far, everything = ibis.window(order_by=counted[metric].asc(), rows=(None, 0)), ibis.window()
    up_to, known = (counted._n.sum().over(window).cast("int64") for window in (so_far, everything))
    smaller, larger = up_to - counted._n, known - up_to
    scale = getattr(counted[metric].type(), "scale", None) or 0
    own = (positive(counted[metric]) * 10**scale).cast(STEPS)
    together = (own * counted._n).cast(STEPS)
    total, not_above = together.sum().over(everything), together.sum().over(so_far)
    return {
        "smaller": smaller,
        "larger": larger,
        "equal": counted._n,
        "known": known,
        "midrank": ((2 * smaller + counted._n - 1) * 50 / (known - 1).nullif(0)).fill_null(50.0),
        "midrank_less": ((2 * larger + counted._n - 1) * 50 / (known - 1).nullif(0)).fill_null(50.0),
        "own": own,
        "above": total - not_above,
        "up_to": total - not_above + together,
        "total": total,
    }


def placed(customers: pa.Table, columns: Collection[str]) -> pa.Table:
    """The same of a table in memory, from its sorted values. Raises Refusal where a value needs more than 18 digits."""
    everybody = np.ones(customers.num_rows, np.bool_)
    buyers = np.asarray(customers[HAS_ORDERS].fill_null(False)) if HAS_ORDERS in customers.column_names else everybody
    found = dict(zip(customers.column_names, customers.columns, strict=True))
    for (metric, among), cells in _asked(columns).items():
        values = customers[metric].combine_chunks()
        counted = np.asarray(values.is_valid()) & (buyers if among == "buyers" else everybody)
        ranking = Ranking(values.filter(pa.array(counted)))
        found |= {column_of(metric, cell, among): _spread(getattr(ranking, cell)(), counted) for cell in cells}
    return pa.table(found)


class Ranking:
    """Known values and, for each hidden column, its cells in the order of the values."""

    def __init__(self, values: pa.Array) -> None:
        self._steps = whole_steps(values)
        self._order = np.argsort(self._steps)
        rising = self._steps[self._order]
        self._begins = np.flatnonzero(np.concatenate(([True], rising[1:] != rising[:-1]))[: len(rising)])
        self._counts = np.diff(np.append(self._begins, len(rising)))

    @property
    def _n(self) -> int:
        return len(self._steps)

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

    def smaller(self) -> pa.Array:
        """How many have a smaller value."""
        return pa.array(self._begins.astype(np.int32)[self._back])

    def larger(self) -> pa.Array:
        """How many have a larger one."""
        return pa.array((self._n - self._begins - self._counts).astype(np.int32)[self._back])

    def equal(self) -> pa.Array:
        """How many have this very one, the customer itself included."""
        return pa.array(self._counts.astype(np.int32)[self._back])

    def known(self) -> pa.Array:
        """How many have one: the n of a rule."""
        return pa.array(np.full(self._n, self._n, np.int32))

    def midrank(self) -> pa.Array:
        """The mid-rank percentile where more is better."""
        return self._percentile(self._begins)

    def midrank_less(self) -> pa.Array:
        """The same where less is better."""
        return self._percentile(self._n - self._begins - self._counts)

    def _percentile(self, behind: Integers) -> pa.Array:
        twice = 2 * behind + self._counts - 1
        percentile = twice * 50 / (self._n - 1) if self._n > 1 else np.full(len(twice), 50.0)
        return pa.array(percentile[self._back])

    def own(self) -> pa.Array:
        """The value, below zero as zero."""
        return _whole(self._above_zero)

    def above(self) -> pa.Array:
        """What those with a larger value have together, values below zero as zero."""
        return _whole((self._below[-1] - self._below[self._begins + self._counts])[self._back])

    def up_to(self) -> pa.Array:
        """What those with a value that is not smaller have together, the customer itself included."""
        return _whole((self._below[-1] - self._below[self._begins])[self._back])

    def total(self) -> pa.Array:
        """What all have together."""
        return _whole(np.repeat(self._below[-1:], self._n))


def _summable(steps: Integers) -> Any:
    """As Python's own integers where a multiple of their sum could pass 64 bits."""
    return steps if MULTIPLE * float(steps.sum(dtype=np.float64)) < EXACT else steps.astype(object)


def _whole(steps: Any) -> pa.Array:
    return pa.array(map(Decimal, steps), pa.decimal128(38, 0)) if steps.dtype == object else pa.array(steps)


def _spread(cells: pa.Array, counted: Mask) -> pa.Array:
    """The cells of those who are counted, missing for the others."""
    if len(cells) == len(counted):
        return cells
    places = np.cumsum(counted) - 1
    return cells.take(pa.array(places, mask=~counted))
