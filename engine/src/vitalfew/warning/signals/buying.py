"""What customers buy, and when: own rhythm, value against the season, product groups that were dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.compile import Facts
from vitalfew.expressions import day
from vitalfew.insight.remarks.existing import of_rhythm
from vitalfew.languages import say
from vitalfew.metrics.sales import Monetary
from vitalfew.metrics.windows import YEAR
from vitalfew.warning.signals.signal import RECENT, Signal, often_enough, one_point

BEFORE = 180
"""Days before the last ones whose value is a yardstick beside that of the season."""

MONTHLY = 12
"""Days of purchase in a year from which on a product group is bought regularly."""


def _late(rows: ir.Table) -> Any:
    """A point where the silence is longer than nine of ten of the own gaps, two where it is longer than twice that."""
    steps = {"fading": 1, "dormant": 2, "lost": 2}
    return ibis.cases(*((rows.state == state, points) for state, points in steps.items()), else_=0).cast("int64")


def _say_late(row: Mapping[str, Any]) -> str:
    return of_rhythm(row["purchases"], row["usual"], row["at_most"], row["silent"])


def _less(rows: ir.Table) -> Any:
    """A point where the value is more than a fifth below both yardsticks, two where it is below half of both."""
    before = rows.value_reach - rows.value_recent
    doubled = ibis.least(ibis.coalesce(2 * rows.season, before), before)
    told = often_enough(rows) & (doubled > 0)
    return one_point(told & (5 * rows.value_recent < 2 * doubled)) + one_point(told & (4 * rows.value_recent < doubled))


def _say_less(row: Mapping[str, Any]) -> str:
    before = row["value_reach"] - row["value_recent"]
    values = {"recent": f"{row['value_recent']:,}", "days": RECENT, "before": f"{before:,}", "span": BEFORE}
    if row["season"] is None:
        return say("{recent} in the last {days} days, {before} in the {span} before", **values)
    return say(
        "{recent} in the last {days} days, {season} in the same days a year ago, {before} in the {span} before",
        season=f"{row['season']:,}",
        **values,
    )


def _groups(facts: Facts) -> ir.Table:
    """Customers with the product groups that they bought regularly and have not bought lately: how many, of how many, which."""
    orders = facts.tables["orders"]
    group = orders["category" if "category" in orders.columns else "product_id"]
    rows = orders.select("customer_id", "amount", group=group.cast("string"), day=orders.moment.cast("date"))
    start = facts.at - timedelta(days=RECENT)
    bought = rows.filter((rows.amount > 0) & rows.group.notnull() & (rows.day > day(start - timedelta(days=YEAR))))
    each = bought.group_by("customer_id", "group").aggregate(
        before=bought.day.nunique(where=bought.day <= day(start)), now=(bought.day > day(start)).any()
    )
    regular = each.filter(each.before >= MONTHLY)
    return regular.group_by("customer_id").aggregate(
        groups=regular.count(),
        dropped=(~regular.now).sum().cast("int64"),
        dropped_names=regular.group.group_concat(", ", where=~regular.now, order_by=regular.group),
    )


def _narrower(rows: ir.Table) -> Any:
    """A point where a regular group was dropped by a customer that still buys."""
    return one_point((rows.dropped > 0) & (rows.silent < RECENT))


def _say_narrower(row: Mapping[str, Any]) -> str:
    return say(
        "no longer buys {n} of its {all} regular product groups: {names}",
        n=row["dropped"],
        all=row["groups"],
        names=row["dropped_names"],
    )


BUYING = (
    Signal("rhythm", 2, _late, _say_late),
    Signal(
        "value",
        2,
        _less,
        _say_less,
        metrics={"value_recent": Monetary(window=RECENT), "value_reach": Monetary(window=RECENT + BEFORE)},
    ),
    Signal(
        "range",
        1,
        _narrower,
        _say_narrower,
        one_of=(("orders", "category"), ("orders", "product_id")),
        counted=_groups,
    ),
)
