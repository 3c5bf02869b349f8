"""Facts → the own rhythm of every customer: the days between the days on which it bought, and its silence since.

Several valid orders of one local day are one purchase: a delivery in three parts is no rhythm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, whole_orders
from vitalfew.expressions import days_between

FEWEST = 4
"""Intervals below which a customer's own rhythm is not judged."""

SHORTEST = 7
"""Days: a shorter interval is taken for a week, so that a holiday is no alarm."""

LOST_AFTER = 3
"""Times the interval that holds nine of ten of the gaps, after which a silent customer is taken for lost."""

NO_RHYTHM = 90
"""Days that stand for that interval where no customer has enough of them."""


@dataclass(frozen=True)
class Limits:
    """When silence is taken for loss. `usual` is the interval lent to customers with too few gaps of their own.

    `given` is a limit in days for everybody, which somebody asked for instead.
    """

    usual: int
    judged: int
    given: int | None = None

    @property
    def lent(self) -> int:
        """The limit in days of a customer without a rhythm of its own."""
        return LOST_AFTER * self.usual if self.given is None else self.given

    def as_object(self) -> dict[str, int | None]:
        """The rule in figures."""
        return {"days": self.lent, "judged_by_own": self.judged, "given": self.given}


def purchases(facts: Facts) -> ir.Table:
    """Customer and day of every day with a valid order, with `orders` and `spent`."""
    orders = whole_orders(facts.tables["orders"])
    valid = orders.filter(orders.spent > 0).mutate(day=orders.moment.cast("date"))
    return valid.group_by("customer_id", "day").aggregate(orders=valid.count(), spent=valid.spent.sum())


def rhythms(facts: Facts) -> ir.Table:
    """Every customer with a valid order.

    `first`, `last` (days of purchase), `purchases`, `orders`, `intervals`; `usual` is their median and `at_most` the
    smallest that nine of ten do not exceed; `came_back` is the first of them; `silent` the days from the last purchase
    to the as-of day, `known` those from the first. All in days; missing where there is no interval.
    """
    timed = _ranked(purchases(facts))
    told = timed.group_by("customer_id").aggregate(
        first=timed.day.min(),
        last=timed.day.max(),
        purchases=timed.count(),
        orders=timed.orders.sum(),
        intervals=timed.gap.count(),
        usual=timed.gap.median(),
        at_most=timed.gap.min(where=10 * timed.rank >= 9 * timed.n),
        came_back=timed.gap.min(where=timed.place == 1),
    )
    return told.mutate(silent=days_between(told.last, facts.at), known=days_between(told.first, facts.at))


def _ranked(bought: ir.Table) -> ir.Table:
    """Each purchase with its place in time, the gap before it, and the place of that among the customer's gaps."""
    in_time = ibis.window(group_by=bought.customer_id, order_by=bought.day)
    gap = days_between(bought.day.lag().over(in_time), bought.day)
    timed = bought.mutate(gap=gap, place=ibis.row_number().over(in_time))
    by_length = ibis.window(group_by=timed.customer_id, order_by=timed.gap.asc(nulls_first=False))
    all_of_them = ibis.window(group_by=timed.customer_id)
    return timed.mutate(rank=ibis.row_number().over(by_length) + 1, n=timed.gap.count().over(all_of_them))


def limits(database: DuckDB, customers: ir.Table, given: int | None = None) -> Limits:
    """When silence is loss, as learned from customers whose rhythm can be judged: the median of their intervals."""
    judged = customers.filter(customers.intervals >= FEWEST)
    found = database.row(judged.aggregate(usual=at_least_a_week(judged).median().ceil(), n=judged.count()))
    usual = NO_RHYTHM if found["usual"] is None else int(found["usual"])
    return Limits(usual, int(found["n"]), given)


def with_limits(customers: ir.Table, limits: Limits) -> ir.Table:
    """The customers with `own` (whether their rhythm can be judged), their `limit_days`, and whether they are `lost`."""
    own = customers.intervals >= FEWEST
    limit: Any = ibis.ifelse(own, LOST_AFTER * at_least_a_week(customers), limits.lent)
    if limits.given is not None:
        limit = ibis.literal(limits.given)
    judged = customers.mutate(own=own, limit_days=limit.cast("int64"))
    return judged.mutate(lost=judged.silent > judged.limit_days)


def at_least_a_week(customers: ir.Table) -> Any:
    """The interval that holds nine of ten gaps, as the rule takes it."""
    return ibis.greatest(customers.at_most, SHORTEST)
