"""Facts → when each customer bought: an occasion is an order, or all orders of a day, that does not sum below zero."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from vitalfew.compile import Facts, every_customer, whole_orders
from vitalfew.compile.condensed import order_key
from vitalfew.errors import Refusal
from vitalfew.expressions import day, days_between
from vitalfew.languages import say

HALF_A_DAY = 0.5
MARGIN = "margin"
TRUNCATED = "truncated"
"""Columns: the customer's own margin; whether it was a customer before the first day of the facts."""


def customers(facts: Facts, occasions: str, margin: str | None) -> ir.Table:
    """Every customer with its history in days, `repeated` (money of the repeat occasions), `first_spent`, margin.

    Who has no occasion has no history. An order of zero counts, one below zero does not.
    """
    found = (
        every_customer(facts)
        .left_join(histories(facts, occasions), "customer_id", rname="_{name}")
        .drop("_customer_id")
    )
    own = _own(facts, margin)
    if own is not None:
        found = found.left_join(own, "customer_id", rname="_{name}").drop("_customer_id")
    defaults = {TRUNCATED: ibis.literal(value=False), MARGIN: ibis.null("float64")}
    missing = {name: value for name, value in defaults.items() if name not in found.columns}
    return found.mutate(**missing).mutate(**{TRUNCATED: ibis._[TRUNCATED].fill_null(False)})


def histories(facts: Facts, occasions: str) -> ir.Table:
    """Customers with an occasion: frequency, recency and age, what the first occasion brought and what the others did."""
    orders = _counted(facts)
    if occasions == "day":
        orders = orders.group_by("customer_id", "day").aggregate(spent=orders.spent.sum())
        first = orders.spent.argmin(orders.day)
    else:
        first = orders.spent.first(order_by=[orders.moment, *(orders[name] for name in order_key(orders)[1:])])
    told = orders.group_by("customer_id").aggregate(
        frequency=orders.count() - 1,
        first_day=orders.day.min(),
        last_day=orders.day.max(),
        spent=orders.spent.sum(),
        first_spent=first,
    )
    return told.select(
        "customer_id",
        "frequency",
        recency=days_between(told.first_day, told.last_day),
        age=days_between(told.first_day, facts.at),
        repeated=told.spent - told.first_spent,
        first_spent=told.first_spent,
    )


def _counted(facts: Facts) -> ir.Table:
    """The orders that count, each with its day."""
    orders = whole_orders(facts.tables["orders"])
    return orders.filter(orders.spent >= 0).mutate(day=ibis._.moment.cast("date"))


def gaps(facts: Facts, occasions: str, learned: ir.Table) -> ir.Table:
    """Days between two occasions of these customers, and how many `gaps` of so many days there are."""
    orders = _counted(facts).semi_join(learned, "customer_id").select("customer_id", "day")
    if occasions == "day":
        orders = orders.distinct()
    before = orders.day.lag().over(ibis.window(group_by=orders.customer_id, order_by=orders.day))
    apart = orders.select(days=days_between(before, orders.day)).drop_null("days")
    return apart.group_by("days").aggregate(gaps=apart.count()).order_by("days")


def log_gaps(found: pa.Table) -> float:
    """Σ log(days) over all gaps, in order of days; two occasions of one day are half a day apart."""
    days, count = (found[name].to_numpy().astype(np.float64) for name in ("days", "gaps"))
    return float((np.log(np.where(days > 0, days, HALF_A_DAY)) * count).sum())


def _own(facts: Facts, margin: str | None) -> ir.Table | None:
    """What the customers' own file says of each: since when, and its margin."""
    known = facts.tables.get("customers")
    wanted: dict[str, Any] = {}
    if known is not None and "since" in known.columns:
        wanted[TRUNCATED] = (known.since.cast("date") < day(facts.first_day)).any()
    if margin is not None:
        if known is None or margin not in known.columns:
            raise _no_column(margin, known)
        wanted[MARGIN] = known[margin].try_cast("float64").max()
    return known.group_by("customer_id").aggregate(**wanted) if known is not None and wanted else None


def _no_column(margin: str, known: ir.Table | None) -> Refusal:
    if known is None:
        remedy = say("Give the customers' file with --customers, or a fraction such as 0.3.")
    else:
        remedy = say("The customers' file has: {columns}.", columns=", ".join(known.columns))
    return Refusal(say("there is no column {name}.", name=margin), where="--margin", remedy=remedy)


def last_day(orders: ir.Table) -> Any:
    """The day of the last order line."""
    return orders.aggregate(last=orders.moment.max().cast("date"))


def since_last(last: date | None, at: date) -> int:
    """Days from the last order to the as-of day."""
    return (at - last).days if last is not None else 0
