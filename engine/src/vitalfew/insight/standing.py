"""Facts → every known customer by its own rhythm and season: who buys as usual, who is due, who fades, who is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales, every_customer
from vitalfew.expressions import day
from vitalfew.insight.rhythm import FEWEST, Limits, at_least_a_week, limits, rhythms, with_limits
from vitalfew.metrics.windows import YEAR

STATES = ("active", "fading", "dormant", "lost", "too_few", "never")
"""Silent for no longer than the own interval that holds nine of ten gaps, twice and three times that, longer; too few
gaps to judge; no valid order."""


@dataclass(frozen=True)
class Standing:
    """Every known customer in a row, kept by the calculator, and the rule of loss that was learned from them.

    Beside what `rhythms` and `with_limits` say: `state`, `due_in` (days until the next purchase is to be expected, below
    zero it is late; missing where the rhythm is not judged), `recent` and `season` (money of the last `window` days and of the same days a year ago; `season` is
    missing for who was no customer then), `yearly` (money of the 365 days up to the last purchase, later refunds taken
    off), `name` where names are known.
    """

    customers: ir.Table
    limits: Limits
    window: int
    has_season: bool


def standing(database: DuckDB, facts: Facts, window: int, lost_after: int | None = None) -> Standing:
    """Where every customer of the facts stands on their day."""
    known = database.keep("rhythms", rhythms(facts))
    rule = limits(database, known, lost_after)
    has_season = facts.first_day <= facts.at - timedelta(days=YEAR + window - 1)
    rows = every_customer(facts)
    parts = [with_limits(known, rule), _money(facts, known, window), *_names(facts)]
    for part in parts:
        rows = rows.left_join(part, "customer_id", rname="_{name}").drop("_customer_id")
    rows = rows.mutate(state=_state(rows), due_in=_due_in(rows), season=_season(rows, has_season=has_season))
    return Standing(database.keep("standing", rows), rule, window, has_season)


def _state(rows: ir.Table) -> Any:
    interval = at_least_a_week(rows)
    return ibis.cases(
        (rows.purchases.isnull(), "never"),
        (rows.intervals < FEWEST, "too_few"),
        (rows.silent <= interval, "active"),
        (rows.silent <= 2 * interval, "fading"),
        (rows.silent <= 3 * interval, "dormant"),
        else_="lost",
    )


def _due_in(rows: ir.Table) -> Any:
    return ibis.ifelse(rows.own, rows.usual.ceil().cast("int64") - rows.silent, None)


def _season(rows: ir.Table, *, has_season: bool) -> Any:
    """Money of the same season a year ago, of those who were customers then."""
    known = (rows.known >= YEAR) & ibis.literal(has_season)
    return ibis.ifelse(known, rows.season.fill_null(0), None)


def _money(facts: Facts, known: ir.Table, window: int) -> ir.Table:
    """Sums over the lines of those who have bought."""
    sales = dated_sales(facts).join(known.select("customer_id", "last"), "customer_id")
    year_ago = facts.at - timedelta(days=YEAR)
    since_last = sales["last"].delta(sales.day, unit="day").cast("int64")
    return sales.group_by("customer_id").aggregate(
        recent=sales.amount.sum(where=_inside(sales.day, facts.at, window)).fill_null(0),
        season=sales.amount.sum(where=_inside(sales.day, year_ago, window)),
        yearly=sales.amount.sum(where=since_last < YEAR).fill_null(0),
    )


def _inside(on: Any, last: date, days: int) -> Any:
    return (on > day(last - timedelta(days=days))) & (on <= day(last))


def _names(facts: Facts) -> list[ir.Table]:
    if not facts.has("customers", ("name",)):
        return []
    known = facts.tables["customers"]
    return [known.group_by("customer_id").aggregate(name=known.name.max())]
