"""The check scan: whether Parquet rows may be used as they lie.

The statistics that a Parquet file keeps of its columns answer most questions, one scan of the
amounts the rest; ids are looked at once per customer after the run (`ids.py`). Where a row would not
be accepted unchanged, the careful reader takes over, so that there is one truth about rejects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir
import pyarrow.parquet as pq

from vitalfew.backends import Calculator
from vitalfew.readers.cells.choices import choice_cells
from vitalfew.readers.cells.currencies import code_of, digits_of
from vitalfew.readers.reading import Note, Options, ParquetFiles, Report
from vitalfew.run.ids import odd_ids
from vitalfew.schemas import TABLES, Kind


@dataclass(frozen=True)
class Known:
    """What the statistics of the files say of a column; None where they say nothing."""

    nulls: int | None
    least: Any
    most: Any


def clean(
    database: Calculator, name: str, rows: ir.Table, lying: ParquetFiles, report: Report, options: Options
) -> tuple[ir.Table, Report] | None:
    """The rows to use with their report, or None where only the careful reader can tell."""
    known = {standard: _known(lying, source) for standard, (source, _) in lying.columns.items()}
    if not _complete(name, known) or not _in_time(name, known, options) or not _standard_words(database, name, rows):
        return None
    if name == "orders" and not _plain_orders(database, rows, known, options):
        return None
    if name != "orders" and odd_ids(database.fetch(rows.select("customer_id").distinct())["customer_id"]):
        return None
    chosen = rows.filter(rows.customer_id.notnull()) if known["customer_id"].nulls else rows
    if options.exclude:
        chosen = chosen.filter(chosen.customer_id.notin(sorted(options.exclude)))
    return chosen, _reported(database, name, rows, known, report, options)


def _known(lying: ParquetFiles, source: str) -> Known:
    statistics = list(_statistics(lying, source))
    if not statistics or any(each is None or not each.has_null_count for each in statistics):
        return Known(None, None, None)
    nulls = sum(each.null_count for each in statistics)
    if not all(each.has_min_max for each in statistics if each.num_values):
        return Known(nulls, None, None)
    filled = [each for each in statistics if each.num_values]
    return Known(nulls, min((e.min for e in filled), default=None), max((e.max for e in filled), default=None))


def _statistics(lying: ParquetFiles, source: str) -> Iterator[Any]:
    for path in lying.paths:
        metadata = pq.read_metadata(path)
        place = next(i for i in range(metadata.num_columns) if metadata.schema.column(i).path == source)
        for group in range(metadata.num_row_groups):
            yield metadata.row_group(group).column(place).statistics


def _complete(name: str, known: dict[str, Known]) -> bool:
    """Whether no needed cell is empty. Order lines may lack their customer: they are counted as unassigned."""
    if known["customer_id"].nulls is None:
        return False
    needed = [column.name for column in TABLES[name].columns if column.required]
    needed = [column for column in needed if (name, column) != ("orders", "customer_id")]
    needed += [column for column in ("amount", "order_id") if name == "orders" and column in known]
    return all(known[column].nulls == 0 and known[column].least != "" for column in needed if column in known)


def _in_time(name: str, known: dict[str, Known], options: Options) -> bool:
    dated_by = TABLES[name].dated_by
    if dated_by is None:
        return True
    first, last = _day(known[dated_by].least), _day(known[dated_by].most)
    if first is None or last is None:
        return False
    return options.earliest <= first and (options.today == date.max or last <= options.today)


def _standard_words(database: Calculator, name: str, rows: ir.Table) -> bool:
    """Whether columns of choices hold no word that the careful reader would turn into a standard one."""
    choices = [column for column in TABLES[name].columns if column.kind is Kind.CHOICE and column.name in rows.columns]
    for column in choices:
        found = database.fetch(rows.select(column.name).distinct())[column.name].combine_chunks()
        if not choice_cells(found, column.choices).values.equals(found):
            return False
    return True


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _plain_orders(database: Calculator, rows: ir.Table, known: dict[str, Known], options: Options) -> bool:
    """Whether the rows are lines of one currency, or orders of which none stands twice."""
    currency = known.get("currency")
    if currency is not None and not _kept_as_it_is(currency, options):
        return False
    if options.drop_duplicates or options.fill_down or "amount" not in known:
        return False
    if options.grain == "line" or (options.grain is None and {"product_id", "line"} & set(known)):
        return True
    if "order_id" not in rows.columns:
        return True
    pairs = rows.group_by("customer_id", "order_id").aggregate(n=rows.count())
    return not database.row(pairs.aggregate(n=pairs.count(where=pairs.n > 1)))["n"]


def _kept_as_it_is(currency: Known, options: Options) -> bool:
    """Whether all amounts are in one currency, that of the run, with the digits the columns were given."""
    code = currency.least
    alone = currency.nulls == 0 and code == currency.most and code == code_of(code)
    return alone and options.currency in (None, code) and digits_of(code) == digits_of(options.currency)


def _reported(
    database: Calculator, name: str, rows: ir.Table, known: dict[str, Known], report: Report, options: Options
) -> Report:
    found = database.row(rows.aggregate(**_counts(name, rows, known, options)))
    unassigned, excluded = known["customer_id"].nulls or 0, found.get("excluded") or 0
    total = found["rows"] - excluded
    grain = ("line" if {"product_id", "line"} & set(known) else "order") if name == "orders" else None
    currency = known["currency"].least if "currency" in known else None
    amount = found.get("unassigned_amount") or Decimal(0)
    return replace(
        report,
        rows=total,
        accepted=total - unassigned,
        unassigned=unassigned,
        unassigned_amount=amount,
        grain=report.grain or grain,
        currency=report.currency or currency,
        notes=(*report.notes, *_notes(found, unassigned, amount)),
    )


def _counts(name: str, rows: ir.Table, known: dict[str, Known], options: Options) -> dict[str, Any]:
    counts: dict[str, Any] = {"rows": rows.count()}
    if options.exclude:
        counts["excluded"] = rows.count(where=rows.customer_id.isin(sorted(options.exclude)))
    if name == "orders" and not known["amount"].least > 0:
        counts |= {"negative": rows.count(where=rows.amount < 0), "zero": rows.count(where=rows.amount == 0)}
    if name == "orders" and known["customer_id"].nulls:
        counts["unassigned_amount"] = rows.amount.sum(where=rows.customer_id.isnull())
    return counts


def _notes(found: dict[str, Any], unassigned: int, amount: Decimal) -> Iterator[Note]:
    if unassigned:
        sentence = "{count:,} rows have no customer; their amounts sum to {amount}."
        yield Note("unassigned", sentence, {"count": unassigned, "amount": str(amount)}, warning=True)
    if found.get("excluded"):
        yield Note("excluded", "{count:,} rows of excluded customers left out.", {"count": found["excluded"]})
    if found.get("negative"):
        yield Note("negative_lines", "{n} lines have a negative amount.", {"n": found["negative"]}, warning=True)
    if found.get("zero"):
        yield Note("zero_lines", "{n} lines have an amount of zero.", {"n": found["zero"]}, warning=True)
