"""Facts → lost customers: who, when, of what kind, and the money that went with them (M25, B12)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.insight import calendar
from vitalfew.insight.insight import Insight, of_facts, refuse_no_silence, refuse_nobody
from vitalfew.insight.kinds import Kind, kinds
from vitalfew.insight.remarks.existing import sentences
from vitalfew.insight.remarks.lost import of_falling, of_kinds, of_lost
from vitalfew.insight.remarks.people import of_day
from vitalfew.insight.remarks.stay import of_rule
from vitalfew.insight.rhythm import Limits
from vitalfew.insight.season import WINDOW, Trend, trend, trends
from vitalfew.insight.standing import Standing, standing
from vitalfew.languages import writing_files
from vitalfew.readers.reading import Options
from vitalfew.run import Request
from vitalfew.run.gather import Sources

COLUMNS = {
    "customer_id": "customer_id",
    "name": "name",
    "last_purchase": "last",
    "purchases": "purchases",
    "usual": "usual",
    "at_most": "at_most",
    "silent": "silent",
    "limit": "limit_days",
    "own": "own",
    "yearly": "yearly",
}
"""Column of the rows → the one of `Standing`."""


@dataclass(frozen=True)
class Month:
    """So many customers bought for the last time in this month; what they brought in the year up to then."""

    month: str
    customers: int
    yearly: Decimal


@dataclass(frozen=True, kw_only=True)
class Lost(Insight):
    """Customers that have been silent for longer than their limit.

    `rows` has a row for each, in order of customer_id: `customer_id, name` (where names are known), `last_purchase,
    purchases, usual, at_most, silent` as `Existing` has them, `limit` (the silence in days that is loss), `own` (whether
    it follows from its own rhythm), `yearly` (what it brought in the 365 days up to its last purchase: the money that
    went) and a `sentence`. `falling` are those that still buy and bring less than in the same season a year ago.
    """

    limits: Limits
    judged: int
    months: tuple[Month, ...]
    yearly: Decimal
    kinds: tuple[Kind, ...]
    falling: Trend

    def as_object(self) -> dict[str, Any]:
        """When, what kind and how much, in figures."""
        return {
            **super().as_object(),
            "lost": self.rows.num_rows,
            "judged": self.judged,
            "yearly": self.yearly,
            "months": [asdict(month) for month in self.months],
            "kinds": [asdict(kind) for kind in self.kinds],
            "falling": asdict(self.falling),
            "lost_after": self.limits.as_object(),
        }


def lost(sources: Sources, request: Request, options: Options, lost_after: int | None = None) -> Lost:
    """Who was lost, when, of what kind, and how much money went with them.

    `lost_after` as in `cohorts`. Kinds are told apart by the columns of text of the customers' file. Refused: facts
    without a valid order up to the as-of day.
    """
    refuse_no_silence(lost_after)
    return of_facts(
        sources,
        request,
        options,
        lambda database, facts: lost_of(database, facts, standing(database, facts, WINDOW, lost_after)),
    )


def lost_of(database: DuckDB, facts: Facts, seen: Standing) -> Lost:
    """The same of facts that are attached already and where their customers stand. Refused as `lost` refuses."""
    everybody = seen.customers
    bought = everybody.filter(everybody.purchases.notnull())
    found = database.row(bought.aggregate(n=bought.count(), last=bought["last"].max()))
    refuse_nobody(found["n"], facts.at)
    gone, old = bought.filter(bought.lost), bought.filter(bought.known > bought.limit_days)
    staying = bought.filter(~bought.lost)
    months, told, judged = _months(database, gone), kinds(database, facts, old), database.count(old)
    falling = trends(database, staying.mutate(trend=trend(staying)))["falling"]
    number, yearly = sum(month.customers for month in months), sum((month.yearly for month in months), Decimal(0))
    return Lost(
        rows=_rows(database, gone),
        as_of=facts.at,
        customers=found["n"],
        never=database.count(everybody) - found["n"],
        limits=seen.limits,
        judged=judged,
        months=months,
        yearly=yearly,
        kinds=told,
        falling=falling,
        notes=(
            *of_lost(number, judged, yearly),
            *of_kinds(told, known="customers" in facts.tables),
            *of_falling(falling),
            *of_rule(seen.limits, 0),
            *of_day(found["last"], facts.at),
        ),
    )


def _rows(database: DuckDB, gone: ir.Table) -> pa.Table:
    known = {name: gone[column] for name, column in COLUMNS.items() if column in gone.columns}
    found = database.fetch(gone.select(**known).order_by("customer_id"))
    with writing_files():
        return found.append_column("sentence", sentences(found))


def _months(database: DuckDB, gone: ir.Table) -> tuple[Month, ...]:
    placed = gone.mutate(place=calendar.place(gone["last"], "month"))
    sums = placed.group_by("place").aggregate(n=placed.count(), yearly=placed.yearly.sum()).order_by("place")
    rows = database.fetch(sums).to_pylist()
    return tuple(Month(calendar.name(row["place"], "month"), row["n"], row["yearly"]) for row in rows)
