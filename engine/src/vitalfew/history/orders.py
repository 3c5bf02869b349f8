"""The orders of a history: in one row each, where that is all that is looked at."""

from __future__ import annotations

from dataclasses import dataclass

import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed, Facts
from vitalfew.compile.condensed import READY, SUMMED, order_key, put_together
from vitalfew.compile.folding import Named
from vitalfew.compile.metrics import Metrics
from vitalfew.compile.running import grows


@dataclass(frozen=True)
class Orders:
    """The orders in as few rows as will do: those that `grow` are summed up once, the others folded day by day.

    `apart` are orders of customers of whom some order lies on several days, where others grow; `whole` are all orders in
    one row each, where none grows but nobody looks at their lines either.
    """

    grow: ir.Table | None = None
    apart: Condensed | None = None
    whole: Condensed | None = None

    def pieces(self) -> list[ir.Table]:
        """The tables of those that do not grow."""
        return [rows for orders in (self.apart, self.whole) if orders for rows in (orders.ready, orders.rest)]


def orders_of(database: DuckDB, facts: Facts, metrics: Metrics, wanted: Named, earlier: Named) -> Orders:
    """The orders of facts that end with the last day; `wanted` is asked for on it, `earlier` on some day before."""
    lines = facts.tables["orders"]
    alone = facts.condensed is None and all(one.grain == "line" for one in wanted.values())
    if alone and grows(wanted, earlier, lines):
        return Orders(grow=lines)
    if not all(one.from_orders for one in wanted.values()):
        return Orders()
    orders = _put_together(database, facts, metrics)
    return _split(database, orders) if grows(wanted, earlier, orders.ready) else Orders(whole=orders)


def _put_together(database: DuckDB, facts: Facts, metrics: Metrics) -> Condensed:
    lines = facts.tables["orders"]
    if facts.condensed is not None and set(SUMMED) & set(lines.columns) <= facts.condensed.columns:
        return Condensed(facts.condensed.ready, facts.condensed.rest)
    money = [name for name in SUMMED if name in lines.columns and _is_read(name, metrics)]
    narrow = lines.select(*order_key(lines), "moment", *money)
    orders = database.keep("orders put together", put_together(narrow))
    apart = orders.filter(~orders[READY])
    rest = narrow.semi_join(apart, order_key(lines)) if database.count(apart) else narrow.limit(0)
    return Condensed(orders.filter(orders[READY]).drop(READY), rest)


def _is_read(column: str, metrics: Metrics) -> bool:
    """Whether a metric looks at a column of the orders; gaps and valid orders look at the amount in any case."""
    listed = (columns for metric in metrics.values() for columns in (metric.required(), metric.uses))
    return column == "amount" or any(column in columns.get("orders", ()) for columns in listed)


def _split(database: DuckDB, orders: Condensed) -> Orders:
    """Orders of customers all of whose orders are put together, and all of the others'."""
    if not database.count(orders.rest):
        return Orders(grow=orders.ready)
    others = orders.rest.select("customer_id").distinct()
    theirs = orders.ready.semi_join(others, "customer_id")
    return Orders(orders.ready.anti_join(others, "customer_id"), Condensed(theirs, orders.rest))
