"""The triangle of cohorts: one row for each cohort and period since its first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.insight import calendar
from vitalfew.insight.estimates import DIGITS

KEYS = ["cohort", "period"]
SCHEMA = {
    "cohort": pa.string(),
    "period": pa.int64(),
    "customers": pa.int64(),
    "buyers": pa.int64(),
    "retention": pa.decimal128(38, DIGITS),
    "revenue": None,
    "revenue_per_customer": pa.decimal128(38, 2),
    "whole": pa.bool_(),
}


def triangle(database: DuckDB, bought: ir.Table, sales: ir.Table, first: ir.Table, period: str, at: date) -> pa.Table:
    """Of purchases, amounts by day and the `first` day of each customer: the rows of `Cohorts`.

    Amounts of days before the first valid order count in its period, so that nothing is lost from the sum.
    """
    born = database.keep("cohorts", first.select("customer_id", cohort=calendar.place(first.first, period)))
    sizes = _by(database, born.group_by("cohort").aggregate(n=born.count()), "cohort")
    buyers = _since(bought, born, period)
    counts = _by(database, buyers.group_by(KEYS).aggregate(n=buyers.customer_id.nunique()), *KEYS)
    brought = _since(sales, born, period)
    sums = _by(database, brought.group_by(KEYS).aggregate(n=brought.amount.sum()), *KEYS)
    last = calendar.place_of(at, period)
    rows = [row for cohort in sorted(sizes) for row in _cohort(cohort, sizes[cohort], counts, sums, last)]
    return _table(rows, sales.schema()["amount"].scale, period, at)


def _since(rows: ir.Table, born: ir.Table, period: str) -> ir.Table:
    """Dated rows with the cohort of their customer and the period since its first."""
    joined = rows.join(born, "customer_id")
    since = ibis.greatest(calendar.place(joined.day, period) - joined.cohort, 0)
    return joined.mutate(period=since)


def _by(database: DuckDB, grouped: ir.Table, *keys: str) -> dict[Any, Any]:
    rows = database.fetch(grouped).to_pylist()
    return {tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]: row["n"] for row in rows}


def _cohort(cohort: int, size: int, counts: Any, sums: Any, last: int) -> Iterator[tuple[Any, ...]]:
    """A cohort period by period: cohort, period, customers, buyers, revenue, revenue up to its end."""
    brought = Decimal(0)
    for period in range(last - cohort + 1):
        revenue = sums.get((cohort, period)) or Decimal(0)
        brought += revenue
        yield cohort, period, size, counts.get((cohort, period), 0), revenue, brought


def _table(rows: list[tuple[Any, ...]], digits: int, period: str, at: date) -> pa.Table:
    cells = {
        "cohort": [calendar.name(cohort, period) for cohort, *_ in rows],
        "period": [since for _, since, *_ in rows],
        "customers": [size for _, _, size, *_ in rows],
        "buyers": [buyers for _, _, _, buyers, *_ in rows],
        "retention": [_quotient(buyers, size, DIGITS) for _, _, size, buyers, *_ in rows],
        "revenue": [revenue for *_, revenue, _ in rows],
        "revenue_per_customer": [_quotient(brought, size, 2) for _, _, size, *_, brought in rows],
        "whole": [calendar.last_day(cohort + since, period) <= at for cohort, since, *_ in rows],
    }
    kinds = {**SCHEMA, "revenue": pa.decimal128(38, digits)}
    return pa.table({name: pa.array(column, kinds[name]) for name, column in cells.items()})


def _quotient(part: Decimal | int, whole: int, digits: int) -> Decimal:
    return (Decimal(part) / whole).quantize(Decimal(1).scaleb(-digits))
