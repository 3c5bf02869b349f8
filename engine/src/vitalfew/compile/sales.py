"""Facts → what was sold: whole orders, amounts by day, and everybody who is known."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from vitalfew.compile.condensed import order_key
from vitalfew.compile.facts import Facts


def every_customer(facts: Facts) -> ir.Table:
    """The ids of all customers, of the orders and of the customers' file."""
    ids = facts.tables["orders"].select("customer_id")
    if "customers" in facts.tables:
        ids = ids.union(facts.tables["customers"].select("customer_id"))
    return ids.distinct()


def whole_orders(lines: ir.Table) -> ir.Table:
    """One row per order: its key, `moment` of its last line, and what its lines sum to as `spent`."""
    return lines.group_by(order_key(lines)).aggregate(moment=lines.moment.max(), spent=lines.amount.sum().fill_null(0))


def dated_sales(facts: Facts) -> ir.Table:
    """Customer, amount and day of every line, and of every return that counts, as `monetary` takes them."""
    orders = facts.tables["orders"]
    dated = orders.select("customer_id", "amount", day=orders.moment.cast("date"))
    if not facts.has("returns", ("amount",)):
        return dated
    returns = facts.tables["returns"].filter(lambda row: row.unbooked)
    back = returns.select("customer_id", amount=-returns.amount, day=returns.day)
    return ibis.union(dated, back.cast({"amount": dated.amount.type()}))
