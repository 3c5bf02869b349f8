"""Facts → what is known of each customer on their day: its year, what it is like, its wallet, what a person expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, available, dated_sales, every_customer, metric_table
from vitalfew.expressions import day, window_start
from vitalfew.insight.rhythm import purchases
from vitalfew.insight.traits.attributes import Attribute, by_file
from vitalfew.insight.traits.values import Mask, Sorted, sorted_out
from vitalfew.metrics import METRICS
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.panel import floats
from vitalfew.proof.rankings import Numbers

SAID_ON, SAID_BY = "expected_said_on", "expected_said_by"
"""Further columns of the customers' file: the day on which `expected_spend` was written down, and who said it."""

PLACES = 36
"""Digits of money here, so that two amounts can be taken from each other."""


@dataclass(frozen=True)
class Known:
    """Every known customer in order of customer_id.

    `rows`: `customer_id, name` (where known), `first, last` (days of purchase), `purchases` (days with a valid order) and
    `sales` (net) of the last 365 days, `wallet`, `expected` with `said_on` and `said_by`: what a person expects of a
    year. `features` are what customers may be alike in.
    """

    rows: pa.Table
    at: date
    features: tuple[Sorted, ...]
    history: tuple[Sorted, ...]

    @cached_property
    def sales(self) -> Numbers:
        """Net sales of the last 365 days."""
        return floats(self.rows["sales"])

    @cached_property
    def settled(self) -> Mask:
        """Who has bought for a year and brought money in the last one: they can be somebody's peers."""
        begun = pc.less_equal(self.rows["first"], pa.scalar(self.at - timedelta(days=YEAR - 1)))
        old = np.asarray(pc.fill_null(begun, False)).astype(bool)
        return old & (self.sales > 0)

    @cached_property
    def bought(self) -> Mask:
        """Who has a valid order."""
        return np.asarray(pc.is_valid(self.rows["first"])).astype(bool)


def known(database: DuckDB, facts: Facts) -> Known:
    """What is known of customers by facts that are cut off at their day."""
    rows = _years(facts)
    for part in (_told(facts), *_said(facts)):
        rows = rows.left_join(part, "customer_id", rname="_{name}").drop("_customer_id")
    found = database.fetch(rows.order_by("customer_id"))
    ids = found["customer_id"].combine_chunks()
    features = tuple(one for one in map(sorted_out, _alike(database, facts, ids)) if one is not None)
    return Known(found, facts.at, features, tuple(_history(found, facts.at)))


def _alike(database: DuckDB, facts: Facts, ids: pa.Array) -> Iterator[Attribute]:
    said = (SAID_ON, SAID_BY)
    return (
        (one for one in by_file(database, facts, ids) if one.name not in said)
        if "customers" in facts.tables
        else iter(())
    )


def _years(facts: Facts) -> ir.Table:
    since = day(window_start(facts.at, YEAR))
    lines, bought = dated_sales(facts), purchases(facts)
    money = lines.group_by("customer_id").aggregate(sales=lines.amount.sum(where=lines.day >= since))
    days = bought.group_by("customer_id").aggregate(
        first=bought.day.min(), last=bought.day.max(), purchases=(bought.day >= since).sum().cast("int64")
    )
    rows = every_customer(facts)
    for part in (money, days):
        rows = rows.left_join(part, "customer_id", rname="_{name}").drop("_customer_id")
    return rows.mutate(sales=_money(rows.sales.fill_null(0), facts), purchases=rows.purchases.fill_null(0))


def _money(cells: Any, facts: Facts) -> Any:
    return cells.cast(f"decimal({PLACES}, {facts.digits})")


def _told(facts: Facts) -> ir.Table:
    """Wallet, and what a person expects; missing where nobody says so."""
    kinds = {"wallet": METRICS["wallet_amount"], "expected": METRICS["expected_spend"]}
    metrics = available({name: kind.model_validate({}) for name, kind in kinds.items()}, facts)
    rows = metric_table(facts, metrics)
    cells = {name: rows[name] if name in rows.columns else ibis.null("decimal(18, 2)") for name in kinds}
    return rows.select("customer_id", **{name: _money(cell, facts) for name, cell in cells.items()})


def _said(facts: Facts) -> Iterator[ir.Table]:
    """Name, and who said on which day what is expected; a day that is none is missing."""
    rows = facts.tables.get("customers")
    empty = {"said_on": ibis.null("date"), "said_by": ibis.null("string")}
    if rows is None:
        yield every_customer(facts).mutate(**empty)
        return
    texts = {"name": "name", "said_by": SAID_BY, "said_on": SAID_ON}
    there = {name: rows[column].cast("string").max() for name, column in texts.items() if column in rows.columns}
    told = rows.group_by("customer_id").aggregate(n=rows.count(), **there).drop("n")
    told = told.mutate(**{name: cell for name, cell in empty.items() if name not in there})
    yield told.mutate(said_on=told.said_on.try_cast("date"))


def _history(rows: pa.Table, at: date) -> Iterator[Sorted]:
    """How often it bought in the year, by doubling classes, and how long it has been known."""
    times = np.asarray(rows["purchases"]).astype(np.int64)
    classes = np.where(times > 0, np.log2(np.maximum(times, 1)).astype(np.int16), -1).astype(np.int16)
    labels = tuple(_doubling(place) for place in range(int(classes.max(initial=0)) + 1))
    yield Sorted(Attribute("history", "purchases", times.astype(np.float64)), labels, classes)
    first = pc.fill_null(rows["first"], at)
    years = (np.datetime64(at) - np.asarray(first).astype("datetime64[D]")).astype(np.int64) // YEAR
    yield Sorted(
        Attribute("history", "years", years.astype(np.float64)), ("0", "1", "2+"), np.minimum(years, 2).astype(np.int16)
    )


def _doubling(place: int) -> str:
    low, high = 2**place, 2 ** (place + 1) - 1
    return str(low) if low == high else f"{low}–{high}"
