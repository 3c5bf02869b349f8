"""Orders summed up once for all days of a history, where the scheme looks at all of them and not at windows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed, Facts
from vitalfew.compile.folding import folded_from_orders
from vitalfew.compile.metrics import wanted_of
from vitalfew.compile.running import SINCE, grows, on, running
from vitalfew.registry import Aggregate, Metric


@dataclass(frozen=True)
class Growth:
    """What customers' orders summed up to on each of the days.

    `apart` are the orders of customers of whom some order lies on several days; they are summed up day by day.
    """

    days: Sequence[date]
    rows: ir.Table
    apart: Condensed | None
    wanted: Mapping[str, Aggregate]

    def on(self, at: date) -> ir.Table:
        """Customers with their aggregates at the end of a day."""
        rows = on(self.rows, bisect_left(self.days, at))
        if self.apart is None:
            return rows
        others = folded_from_orders(self.apart.up_to(at), self.wanted).select(*rows.columns)
        return rows.union(others.cast(rows.schema()))


def growth_of(
    database: DuckDB, orders: Condensed, facts: Facts, metrics: Mapping[str, Metric], days: Sequence[date]
) -> Growth | None:
    """The sums of all days; None where an aggregate does not simply grow. `facts` end with the last day."""
    wanted, earlier = (wanted_of(metrics, each)["orders"] for each in (facts, _a_year_before(facts)))
    if not grows(wanted, earlier, orders.ready):
        return None
    several = database.row(orders.rest.aggregate(n=orders.rest.count()))["n"]
    ready, apart = _parted(database, orders) if several else (orders.ready, None)
    rows = running(ready, wanted, _places(database, facts.first_day, days), len(days))
    return Growth(days, database.keep("sums ahead", rows.order_by("customer_id", SINCE)), apart, wanted)


def _a_year_before(facts: Facts) -> Facts:
    return Facts(facts.tables, facts.at - timedelta(days=365), facts.first_day)


def _parted(database: DuckDB, orders: Condensed) -> tuple[ir.Table, Condensed]:
    """Orders of customers all of whose orders are ready, and those of the others."""
    others = orders.rest.select("customer_id").distinct()
    theirs = database.keep("orders apart", orders.ready.semi_join(others, "customer_id"))
    return orders.ready.anti_join(others, "customer_id"), Condensed(theirs, orders.rest)


def _places(database: DuckDB, first: date, days: Sequence[date]) -> ir.Table:
    """Every day of the facts and the place of the first day of the history on which it is over."""
    every = [min(first, days[0]) + timedelta(days=n) for n in range((days[-1] - min(first, days[0])).days + 1)]
    places = [bisect_left(days, day) for day in every]
    return database.attach(
        "days of the history", pa.table({"day": pa.array(every), "place": pa.array(places, pa.int32())})
    )
