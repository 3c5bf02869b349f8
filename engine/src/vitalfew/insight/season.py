"""Who rises and who falls against the same season a year ago."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB

TRENDS = ("rising", "steady", "falling")
"""More than a fifth above the same season a year ago, between, more than a fifth below it."""

WINDOW = 90
"""Days of the season, where nobody says."""

STEP = 5
"""One in so many is the change from which on a customer rises or falls."""


@dataclass(frozen=True)
class Trend:
    """So many customers, with what they brought now and in the same season a year ago."""

    customers: int
    recent: Decimal
    season: Decimal


def trend(rows: ir.Table) -> Any:
    """One of `TRENDS`; missing where the customer was none a year ago, or brought nothing above zero in either season.

    Decided over exact decimals: recent × 5 against season × 6 and × 4.
    """
    return ibis.cases(
        (rows.season.isnull() | ((rows.recent <= 0) & (rows.season <= 0)), ibis.null("string")),
        (rows.season <= 0, "rising"),
        (rows.recent * STEP > rows.season * (STEP + 1), "rising"),
        (rows.recent * STEP < rows.season * (STEP - 1), "falling"),
        else_="steady",
    )


def trends(database: DuckDB, rows: ir.Table) -> dict[str, Trend]:
    """The customers of each trend; `rows` have it as a column."""
    told = rows.filter(rows.trend.notnull())
    sums = told.group_by("trend").aggregate(n=told.count(), recent=told.recent.sum(), season=told.season.sum())
    found = {row["trend"]: row for row in database.fetch(sums).to_pylist()}
    nobody = {"n": 0, "recent": Decimal(0), "season": Decimal(0)}
    chosen = {name: found.get(name, nobody) for name in TRENDS}
    return {name: Trend(row["n"], row["recent"], row["season"]) for name, row in chosen.items()}
