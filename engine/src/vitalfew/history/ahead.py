"""What a history works out once for all its days: orders put together, customers as numbers, all in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed, Facts, available
from vitalfew.compile.condensed import READY, SUMMED, order_key, put_together
from vitalfew.compile.facts import booked, numbered
from vitalfew.expressions import midnight
from vitalfew.history.growth import Growth, growth_of
from vitalfew.registry import Metric

Metrics = Mapping[str, Metric]

UNREAD = {"customers": ("name",), "feedback": ("text",)}
"""Table → columns that no metric looks at."""


@dataclass(frozen=True)
class Ahead:
    """Facts of many days in the calculator's memory, in which a customer is its place among all ids in order."""

    facts: Facts
    ids: pa.ChunkedArray
    growth: Growth | None = None

    def on(self, at: date) -> Facts:
        """The facts as they stood at the end of a day."""
        facts = self.facts.known_on(at)
        return replace(facts, buyers=self.growth and self.growth.on(at))


def put_ahead(database: DuckDB, facts: Facts, metrics: Metrics, days: Sequence[date]) -> Ahead:
    """Take facts of which no day is cut off into memory, as far as these metrics look at them on these days."""
    facts = replace(facts, at=days[-1])
    usable = available(metrics, facts)
    read = {one.table for metric in usable.values() for one in metric.aggregates(facts.at).values()}
    lines = _lines(facts)
    orders = _condensed(database, facts, lines, usable)
    tables = {"orders": orders.rest if orders else lines, **_beside(facts, lines, read)}
    numbers = _numbers(database, [*([orders.ready] if orders else []), *tables.values()])
    kept = {name: database.keep(f"{name} ahead", _with_numbers(rows, numbers)) for name, rows in tables.items()}
    ready = orders and Condensed(database.keep("ready ahead", _with_numbers(orders.ready, numbers)), kept["orders"])
    ids = database.fetch(numbers.order_by("number"))["customer_id"]
    growth = growth_of(database, ready, facts, usable, days) if ready else None
    return Ahead(replace(facts, tables=kept, condensed=ready), ids, growth)


def _lines(facts: Facts) -> ir.Table:
    orders = facts.tables["orders"]
    return numbered(orders.filter(orders.moment < midnight(facts.at + timedelta(days=1))))


def _condensed(database: DuckDB, facts: Facts, lines: ir.Table, metrics: Metrics) -> Condensed | None:
    """Orders in one row each, where that is all that the metrics look at."""
    folds = [one for metric in metrics.values() for one in metric.aggregates(facts.at).values()]
    if not all(one.from_orders for one in folds if one.table == "orders"):
        return None
    if facts.condensed is not None and set(SUMMED) & set(lines.columns) <= facts.condensed.columns:
        return facts.condensed.up_to(facts.at)
    money = [name for name in SUMMED if name in lines.columns and _is_read(name, metrics)]
    narrow = lines.select(*order_key(lines), "moment", *money)
    orders = database.keep("orders put together", put_together(narrow))
    apart = orders.filter(~orders[READY])
    none = not database.row(apart.aggregate(n=apart.count()))["n"]
    rest = narrow.limit(0) if none else narrow.semi_join(apart, order_key(lines))
    return Condensed(orders.filter(orders[READY]).drop(READY), rest)


def _is_read(column: str, metrics: Metrics) -> bool:
    """Whether a metric looks at a column of the orders; gaps and valid orders look at the amount in any case."""
    listed = (columns for metric in metrics.values() for columns in (metric.required(), metric.uses))
    return column == "amount" or any(column in columns.get("orders", ()) for columns in listed)


def _beside(facts: Facts, lines: ir.Table, read: Iterable[str]) -> dict[str, ir.Table]:
    """The other tables that are looked at; the customers' own file always, for who is in it has a row."""
    wanted = {*read, "customers"} & set(facts.tables) - {"orders"}
    tables = {name: facts.tables[name].drop(*_unread(name, facts)) for name in sorted(wanted)}
    if "returns" in tables:
        tables["returns"] = booked(tables["returns"], lines)
    return tables


def _unread(table: str, facts: Facts) -> list[str]:
    return [name for name in UNREAD.get(table, ()) if name in facts.tables[table].columns]


def _numbers(database: DuckDB, tables: Iterable[ir.Table]) -> ir.Table:
    """Every customer id with its place among all of them, by code point."""
    every = ibis.union(*(rows.select("customer_id") for rows in tables if "customer_id" in rows.columns), distinct=True)
    ranked = every.mutate(number=ibis.row_number().over(order_by=every.customer_id).cast("int32"))
    return database.keep("customer numbers", ranked)


def _with_numbers(rows: ir.Table, numbers: ir.Table) -> ir.Table:
    """The rows with numbers in place of ids, also of who brought a customer."""
    for column in ("customer_id", "introduced_by"):
        if column in rows.columns:
            joined = rows.left_join(numbers, rows[column] == numbers.customer_id, rname="_{name}")
            rows = joined.mutate(**{column: joined.number}).select(*rows.columns)
    return rows
