"""Customers summed up ahead: what the orders of each come to over all history.

The sums say nothing of a day before the last order, and are taken only where no metric looks at a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import ibis.expr.types as ir

from vitalfew.compile.condensed import Condensed, Summed
from vitalfew.compile.folding import Named, by_themselves, folded_from_orders
from vitalfew.metrics.windows import first_order, net_sales, valid_orders
from vitalfew.registry import Aggregate

ANY_DAY = date.min
"""Aggregates without a window are the same on every day."""

COLUMNS: Mapping[str, Aggregate] = {
    "amount": net_sales(None, ANY_DAY)["sales"],
    "spent": valid_orders("sum", None, ANY_DAY, of=lambda order: order.spent),
    "valid_orders": valid_orders("count", None, ANY_DAY),
    "last_valid": valid_orders("max", None, ANY_DAY, of=lambda order: order.moment),
    "first_moment": first_order(),
    "last_moment": Aggregate("orders", "max", lambda order: order.moment, grain="order", from_orders=True),
}
"""Column of the customers → what it is folded from."""

MONEY = ("amount", "spent")


def summed_up(orders: Condensed) -> ir.Table:
    """One row per customer with the columns above; money that does not fit the column of the orders is missing."""
    customers = folded_from_orders(orders, COLUMNS)
    kind = orders.ready.amount.type()
    return customers.mutate(**{name: customers[name].try_cast(kind) for name in MONEY})


def told(summed: Summed, orders: ir.Table, wanted: Named) -> ir.Table | None:
    """The wanted aggregates of every customer; None where one of them asks anything else of the orders."""
    columns = {name: _column(orders, aggregate) for name, aggregate in wanted.items()}
    if None in columns.values():
        return None
    rows = summed.customers
    return rows.select("customer_id", **{name: rows[str(column)] for name, column in columns.items()})


def _column(orders: ir.Table, wanted: Aggregate) -> str | None:
    """The column that asks the same of every order and folds it alike."""
    alike = (name for name, known in COLUMNS.items() if (known.fold, known.grain) == (wanted.fold, wanted.grain))
    return next((name for name in alike if _asked(orders, COLUMNS[name]).equals(_asked(orders, wanted))), None)


def _asked(orders: ir.Table, aggregate: Aggregate) -> ir.Table:
    return by_themselves(orders, {"it": aggregate})
