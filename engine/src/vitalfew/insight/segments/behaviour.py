"""Facts → how each customer buys, and the same on a scale on which customers can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales
from vitalfew.expressions import day, days_between, window_start
from vitalfew.insight.rhythm import purchases
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.panel import floats

Matrix = npt.NDArray[np.float64]
"""Customers in rows, features in columns."""

FEATURES = ("silence", "purchases", "spend", "known", "categories", "promotion")
"""By what customers are alike: days since the last purchase, purchases and categories of the last 365 days, money a
purchase, days since the first one, the share of lines of these days that were sold under a promotion."""

ALIKE = {"promotion": 0.1}
USUALLY_ALIKE = 0.3
"""Spread below which customers are alike in a feature: of logarithms, a third more or less. A smaller spread is not blown up
to the size of the others, or ten days more or less would part customers of two years."""

FAR = 3.0
"""Spreads from the mean beyond which a customer counts as so far: a whale is no segment of its own."""


@dataclass(frozen=True)
class Behaviour:
    """Every customer with a valid order, in order of customer_id.

    `rows`: `customer_id, name` (where known), `sales` (net, of the last 365 days) and the features that the facts have.
    `logs` has these as logarithms (the promotion as it is), so that twice as much is as far everywhere, whatever the currency.
    """

    rows: pa.Table
    features: tuple[str, ...]
    logs: Matrix


@dataclass(frozen=True)
class Scale:
    """Mean and spread of some features; those in which all customers are equal tell nothing and are left out."""

    features: tuple[str, ...]
    mean: Matrix
    spread: Matrix

    def of(self, customers: Behaviour) -> Matrix:
        """Spreads from the mean, no further than counts."""
        chosen = customers.logs[:, [customers.features.index(name) for name in self.features]]
        standard: Matrix = np.clip((chosen - self.mean) / self.spread, -FAR, FAR)
        return standard


def scale_of(customers: Behaviour) -> Scale:
    """The scale on which customers are compared."""
    mean, spread = customers.logs.mean(axis=0), customers.logs.std(axis=0)
    least = np.array([ALIKE.get(name, USUALLY_ALIKE) for name in customers.features])
    told = spread > np.finfo(np.float64).eps * np.maximum(np.abs(mean), 1) * 1e3
    names = tuple(name for name, tells in zip(customers.features, told, strict=True) if tells)
    return Scale(names, mean[told], np.maximum(spread, least)[told])


def behaviour(database: DuckDB, facts: Facts) -> Behaviour:
    """How customers buy by facts that are cut off at their day."""
    rows = _bought(facts)
    for part in (_sales(facts), *_lines(facts), *_names(facts)):
        rows = rows.left_join(part, "customer_id", rname="_{name}").drop("_customer_id")
    found = database.fetch(rows.order_by("customer_id"))
    for name in ("sales", "categories", "promotion"):
        if name in found.column_names:
            place = found.schema.get_field_index(name)
            found = found.set_column(place, name, pc.fill_null(found[name], pa.scalar(0).cast(found[name].type)))
    features = tuple(name for name in FEATURES if name in found.column_names)
    logs = [_log(name, floats(found[name])) for name in features]
    return Behaviour(found, features, np.stack(logs, axis=1) if found.num_rows else np.zeros((0, len(features))))


def _log(name: str, values: Matrix) -> Matrix:
    if name == "promotion":
        return values
    logs: Matrix = np.log(values) if name == "spend" else np.log1p(values)
    return logs


def _bought(facts: Facts) -> ir.Table:
    """Days, purchases and money of valid orders; what a purchase brings is of all of them."""
    days, today = purchases(facts), day(facts.at)
    since = day(window_start(facts.at, YEAR))
    rows = days.group_by("customer_id").aggregate(
        last=days.day.max(),
        first=days.day.min(),
        purchases=days.count(where=days.day >= since),
        spend=days.spent.sum().cast("float64") / days.count(),
    )
    return rows.select(
        "customer_id",
        "last",
        silence=days_between(rows.last, today),
        purchases=rows.purchases,
        spend=rows.spend,
        known=days_between(rows.first, today),
    )


def _sales(facts: Facts) -> ir.Table:
    lines = dated_sales(facts)
    recent = lines.filter(lines.day >= day(window_start(facts.at, YEAR)))
    return recent.group_by("customer_id").aggregate(sales=recent.amount.sum())


def _lines(facts: Facts) -> Iterator[ir.Table]:
    """Categories and promotions of the last 365 days, where lines say so."""
    has = [name for name in ("category", "promotion") if facts.has("orders", (name,))]
    if not has:
        return
    orders = facts.tables["orders"]
    recent = orders.filter((orders.amount > 0) & (orders.moment.cast("date") >= day(window_start(facts.at, YEAR))))
    told = {}
    if "category" in has:
        told["categories"] = recent.category.nunique()
    if "promotion" in has:
        told["promotion"] = recent.promotion.notnull().cast("float64").mean()
    yield recent.group_by("customer_id").aggregate(**told)


def _names(facts: Facts) -> Iterator[ir.Table]:
    known = facts.tables.get("customers")
    if known is not None and "name" in known.columns:
        yield known.group_by("customer_id").aggregate(name=known.name.cast("string").max())
