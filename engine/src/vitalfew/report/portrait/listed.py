"""The customers that the report lists one by one: who they are, twelve months of each, and why each has its grade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales
from vitalfew.report.portrait.reasons import Reasons, metrics_behind, reasons
from vitalfew.run import Result

MOST = 5_000
"""Customers listed; of more, those with the largest sales."""
MONTHS = 12


@dataclass(frozen=True)
class Listed:
    """The rows of `people` that are listed, largest sales first; months as 2026-10, oldest first, and a sum for each.

    `sums` has one row per listed customer that bought in these months: customer_id and one decimal column per month.
    """

    people: pa.Table
    months: tuple[str, ...]
    sums: pa.Table
    reasons: Reasons


def listed(database: DuckDB, facts: Facts, result: Result, people: pa.Table) -> Listed:
    """The customers with the largest sales; those without any order last."""
    chosen = people.sort_by([("sales", "descending"), ("customer_id", "ascending")]).slice(0, MOST)
    starts = month_starts(facts.at)
    return Listed(
        people=chosen,
        months=tuple(f"{start:%Y-%m}" for start in starts),
        sums=monthly_sums(database, facts, chosen["customer_id"], starts),
        reasons=reasons(database, result, chosen["customer_id"]),
    )


def nobody(result: Result, people: pa.Table) -> Listed:
    """What stands in place of the list where none is asked for: the metrics behind the grade alone."""
    none = people.slice(0, 0)
    return Listed(none, (), none.select(["customer_id"]), Reasons(metrics_behind(result), {}, none))


def month_starts(at: date) -> list[date]:
    """The first days of the twelve calendar months that end with that of the day, oldest first."""
    last = at.year * 12 + at.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(last - MONTHS + 1, last + 1)]


def monthly_sums(database: DuckDB, facts: Facts, ids: pa.ChunkedArray, starts: list[date]) -> pa.Table:
    """Customer × month of those of these customers that bought in them, lines less the returns that count, as `monetary` takes them."""
    dated = dated_sales(facts)
    wanted = database.attach("listed customers", pa.table({"customer_id": ids}))
    recent = dated.filter(dated.day >= ibis.literal(starts[0], type="date")).semi_join(wanted, "customer_id")
    ends = [*starts[1:], None]
    cells = {
        f"{start:%Y-%m}": recent.amount.sum(where=_between(recent.day, start, end))
        for start, end in zip(starts, ends, strict=True)
    }
    return database.fetch(recent.group_by("customer_id").aggregate(**cells))


def _between(day: ibis.Value, start: date, end: date | None) -> ibis.Value:
    since = day >= ibis.literal(start, type="date")
    return since if end is None else since & (day < ibis.literal(end, type="date"))
