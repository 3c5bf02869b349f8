"""Aggregates over one table, merged into as few group-bys as there are grains."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.compile.condensed import Condensed, order_key
from vitalfew.expressions import day, midnight
from vitalfew.registry import Aggregate
from vitalfew.schemas import TABLES, Kind

GROUPED_BY: Mapping[str, tuple[str, ...]] = {
    "product": ("product_id",),
    "category": ("category",),
    "invoice": ("invoice_id", "due", "amount"),
    "year": ("year",),
    "day": ("day",),
}
"""Grain → the columns that rows of a customer are first put together by, those that are there.

Rows of one invoice with the same day and amount are payments of it; with others they are instalments.
"""

AGAIN = {"sum": "sum", "count": "sum", "min": "min", "max": "max"}
"""Folds that may be taken in two steps, and how the second step folds the first."""

DAY = "_day"
"""Column of rows by themselves: the day each is dated."""

_SPENT = "spent"
"""What an order sums to; above zero it is valid."""

Named = Mapping[str, Aggregate]


class Row:
    """The columns of one row as attributes: first the inputs of an aggregate, then the table's own."""

    def __init__(self, table: ir.Table, inputs: Mapping[str, str] | None = None) -> None:
        self._table = table
        self._inputs = inputs or {}

    def __getattr__(self, name: str) -> Any:
        return self._table[self._inputs.get(name, name)]

    def __contains__(self, name: object) -> bool:
        return name in self._inputs or name in self._table.columns


def folded(rows: ir.Table, wanted: Named, alone: ir.Table | None = None) -> ir.Table:
    """One row per customer of the table with every wanted aggregate.

    `alone` are further rows, each of them a group of its own; only where nothing but groups is asked for.
    """
    grains = {grain: _of_grain(wanted, grain) for grain in ("line", "order", "gap", *GROUPED_BY)}
    parts = []
    if grains["order"] or grains["gap"]:
        orders = _put_together(rows, grains["line"], grains["order"], grains["gap"])
        parts.extend(_by_order(orders, grains["line"], grains["order"], grains["gap"]))
    elif grains["line"]:
        parts.append(rows.group_by("customer_id").aggregate(**_folds(rows, grains["line"])))
    parts.extend(_by_group(rows, columns, grains[g], alone) for g, columns in GROUPED_BY.items() if grains[g])
    return reduce(_beside, parts)


def _of_grain(wanted: Named, grain: str) -> Named:
    return {name: aggregate for name, aggregate in wanted.items() if aggregate.grain == grain}


def _beside(left: ir.Table, right: ir.Table) -> ir.Table:
    return left.left_join(right, "customer_id", rname="{name}_right").drop("customer_id_right")


def folded_from_orders(orders: Condensed, wanted: Named) -> ir.Table:
    """The same of orders put together ahead, for aggregates that may be taken `from_orders`."""
    lines, whole, gaps = (_of_grain(wanted, grain) for grain in ("line", "order", "gap"))
    if not whole and not gaps:
        shared = [name for name in orders.rest.columns if name in orders.columns]
        return folded(_stacked(orders.rest.select(*shared), orders.ready.select(*shared)), lines)
    apart = _put_together(orders.rest, lines, whole, gaps)
    cells = _each_alone(orders.ready, {**_inputs(whole), **lines})
    ready = orders.ready.mutate(**cells, **{_SPENT: orders.ready.amount})
    return reduce(_beside, _by_order(_stacked(apart, ready), lines, whole, gaps))


def _stacked(rows: ir.Table, further: ir.Table) -> ir.Table:
    return rows.union(further.select(*rows.columns).cast(rows.schema()))


def _put_together(rows: ir.Table, lines: Named, orders: Named, gaps: Named) -> ir.Table:
    """Lines → orders; what is folded from lines alone rides along."""
    spent = {_SPENT: rows.amount.sum()} if gaps else {}
    folds = {**_folds(rows, _inputs(orders)), **_folds(rows, lines), **spent}
    return rows.group_by(order_key(rows)).aggregate(moment=rows.moment.max(), **folds)


def by_themselves(rows: ir.Table, wanted: Named) -> ir.Table:
    """Lines of a dated table, or ready orders: customer, `DAY`, and what each aggregate says of that row alone."""
    given = rows.mutate(**_each_alone(rows, _inputs(wanted)))
    (table,) = {one.table for one in wanted.values()}
    on = rows[str(TABLES[table].dated_by)].cast("date")
    return given.select("customer_id", **{DAY: on}, **_each_alone(given, wanted))


def _each_alone(orders: ir.Table, wanted: Named) -> dict[str, Any]:
    return {name: _alone(orders, name, aggregate) for name, aggregate in wanted.items()}


def _alone(orders: ir.Table, name: str, aggregate: Aggregate) -> Any:
    """What a fold says of one row by itself."""
    row = Row(orders, {key: f"{name}.{key}" for key in aggregate.inputs})
    asked = _asked(row, aggregate)
    where = ibis.literal(value=True) if asked is None else asked
    if aggregate.fold == "count":
        counted = where if aggregate.of is None else where & aggregate.of(row).notnull()
        return counted.fill_null(False).cast("int64")
    assert aggregate.of is not None, "nothing to fold"
    return ibis.ifelse(where, aggregate.of(row), None)


def _asked(row: Row, aggregate: Aggregate) -> Any:
    """Whether a row is taken: what the aggregate asks, and its window; None where all are."""
    where = aggregate.where(row) if aggregate.where else None
    if aggregate.since is None:
        return where
    dated_by = TABLES[aggregate.table].dated_by
    assert dated_by is not None, f"{aggregate.table} is undated"
    moment = TABLES[aggregate.table][dated_by].kind is Kind.MOMENT
    begun = getattr(row, dated_by) >= (midnight(aggregate.since) if moment else day(aggregate.since))
    return begun if where is None else where & begun


def _by_order(per_order: ir.Table, lines: Named, orders: Named, gaps: Named) -> list[ir.Table]:
    """Orders → customers."""
    second = {name: getattr(per_order[name], AGAIN[line.fold])() for name, line in lines.items()}
    folds = {"_orders": per_order.count(), **second, **_folds(per_order, orders)}
    parts = [per_order.group_by("customer_id").aggregate(**folds)]
    if gaps:
        timed = _with_gaps(per_order)
        parts.append(timed.group_by("customer_id").aggregate(**_folds(timed, gaps)))
    return parts


def _with_gaps(per_order: ir.Table) -> ir.Table:
    valid = per_order.filter(per_order[_SPENT] > 0)
    in_time = ibis.window(group_by=valid.customer_id, order_by=[valid.moment, valid.order_id])
    on = valid.moment.cast("date")
    return valid.mutate(gap=on.delta(on.lag().over(in_time), unit="day").cast("int64"))


def _by_group(rows: ir.Table, columns: tuple[str, ...], wanted: Named, alone: ir.Table | None) -> ir.Table:
    keys = [column for column in columns if column in rows.columns]
    grouped = rows.group_by("customer_id", *keys).aggregate(_rows=rows.count(), **_folds(rows, _inputs(wanted)))
    if alone is not None:
        grouped = _stacked(grouped, alone.mutate(_rows=1, **_each_alone(alone, _inputs(wanted))))
    known = grouped[keys[0]].notnull()
    return grouped.group_by("customer_id").aggregate(**_folds(grouped, wanted, known))


def _inputs(wanted: Named) -> Named:
    """The line aggregates that groups are judged by, under `name.input`."""
    return {f"{name}.{key}": line for name, aggregate in wanted.items() for key, line in aggregate.inputs.items()}


def _folds(rows: ir.Table, wanted: Named, known: Any = None) -> dict[str, Any]:
    return {name: _fold(rows, name, aggregate, known) for name, aggregate in wanted.items()}


def _fold(rows: ir.Table, name: str, aggregate: Aggregate, known: Any) -> Any:
    row = Row(rows, {key: f"{name}.{key}" for key in aggregate.inputs})
    where = _asked(row, aggregate)
    where = known if where is None else where if known is None else where & known
    if aggregate.fold == "count":
        return rows.count(where=where) if aggregate.of is None else aggregate.of(row).count(where=where)
    assert aggregate.of is not None, f"{name}: nothing to fold"
    if aggregate.fold == "latest":
        assert aggregate.by is not None, f"{name}: latest by what?"
        return aggregate.of(row).argmax(aggregate.by(row), where=where)
    return getattr(aggregate.of(row), aggregate.fold)(where=where)
