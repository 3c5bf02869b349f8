"""A month end: the customers that still buy, as they were known then, and what became of them in the days after.

A customer fell where what it brought after the day is below a quarter of its own pace: what it brought in the 365 days up to the
day (or since it was first seen), as much as belongs to a horizon. The day of the fall is the first on which as many days, counted back
from it, hold less than that quarter.
"""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales
from vitalfew.expressions import day, days_between
from vitalfew.insight.season import WINDOW
from vitalfew.insight.standing import standing
from vitalfew.metrics.windows import YEAR
from vitalfew.warning.scoring import scored

QUARTER = 4
"""Own pace ÷ this is what a customer has fallen below."""


def month_end(database: DuckDB, facts: Facts, at: date, horizon: int) -> pa.Table:
    """The customers that can be judged at the end of a day, in order of ids, with their points and what became of them.

    `facts` are not cut off. They can be judged where their rhythm is known, nine of ten gaps are no longer than the
    horizon, they have been known for as long, are not lost and brought something in the year. `pace` is what belongs to
    a horizon; `after` what came; `fell_in` the days from then to the fall, 0 where it had happened, missing where none came.
    """
    known = facts.known_on(at)
    rows = scored(database, known, standing(database, known, WINDOW))
    judged = rows.filter(
        rows.watched & rows.own & (rows.at_most <= horizon) & (rows.known >= horizon - 1) & (rows.value_year > 0)
    )
    days = ibis.least(judged.known + 1, YEAR)
    pace = judged.value_year.cast("float64") * horizon / days
    kept = database.keep("judged", judged.mutate(pace=pace))
    sales = dated_sales(facts.known_on(at + timedelta(days=horizon)))
    return database.fetch(_with_fate(kept, sales, at, horizon).order_by("customer_id"))


def _with_fate(judged: ir.Table, sales: ir.Table, at: date, horizon: int) -> ir.Table:
    near = sales.filter(sales.day > day(at - timedelta(days=horizon)))
    near = near.semi_join(judged, "customer_id")
    after = near.group_by("customer_id").aggregate(after=near.amount.sum(where=near.day > day(at)).fill_null(0))
    rows = judged.left_join(after, "customer_id", rname="_{name}").drop("_customer_id")
    rows = rows.left_join(_falls(judged, near, at, horizon), "customer_id", rname="_{name}").drop("_customer_id")
    money = rows.after.fill_null(0).cast("float64")
    fell = money < rows.pace / QUARTER
    return rows.mutate(after=money, fell=fell, fell_in=ibis.ifelse(fell, rows.fell_in.fill_null(0), None))


def _falls(judged: ir.Table, near: ir.Table, at: date, horizon: int) -> ir.Table:
    """Customers with the first day on which the days up to it hold less than a quarter of the pace, counted from the day.

    Every sale counts from its day on, and no more once a horizon has passed.
    """
    since = -days_between(near.day, at)
    begin = near.select("customer_id", "amount", days=ibis.greatest(since, 0))
    end = near.select("customer_id", amount=-near.amount, days=since + horizon)
    steps = begin.union(end.filter(end.days <= horizon).cast({"amount": begin.amount.type()}))
    steps = steps.group_by("customer_id", "days").aggregate(amount=steps.amount.sum())
    in_time = ibis.window(group_by=steps.customer_id, order_by=steps.days, preceding=None, following=0)
    held = steps.mutate(held=steps.amount.sum().over(in_time).cast("float64"))
    joined = held.join(judged.select("customer_id", "pace"), "customer_id")
    low = joined.filter(joined.held < joined.pace / QUARTER)
    return low.group_by("customer_id").aggregate(fell_in=low.days.min())
