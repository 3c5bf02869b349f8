"""Facts from wherever they lie: read, checked, attached to the calculator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc
from typing_extensions import TypeVar

from vitalfew.backends import Calculator, DuckDB, Opening, Unworkable
from vitalfew.compile.condensed import Condensed
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers import read
from vitalfew.readers.reading import Note, Options, ParquetFiles, Reading, Report
from vitalfew.readers.rows.rejects import too_many
from vitalfew.run.clean import clean
from vitalfew.run.ids import id_notes, odd_ids
from vitalfew.run.stored import STORE, Kept, kept_facts, refuse_doubled, refuse_other_currency
from vitalfew.schemas import MONEY_DIGITS, TABLES
from vitalfew.whole import passing_folder

T = TypeVar("T")
C = TypeVar("C", bound=Calculator, default=DuckDB)
C_co = TypeVar("C_co", bound=Calculator, default=DuckDB, covariant=True)

GLOB = frozenset("*?[")
"""A path with these means several files to DuckDB."""
Sources = Mapping[str, Any]
"""Table → path, address or data frame; under `store` the snapshot of a store, whose tables stand beside them."""


class TooManyRejects(Refusal):
    """More rows were rejected than the run allows. `files` is table → the bytes of its file of rejected rows."""

    def __init__(
        self, report: Report, files: Mapping[str, bytes], limit: Decimal, *, where: str = "", remedy: str = ""
    ) -> None:
        super().__init__(
            _too_many(report, limit),
            where=where or report.table,
            remedy=remedy or say("Nothing was graded. Mend the rows or raise --max-rejects."),
        )
        self.report = report
        self.files = files


def _too_many(report: Report, limit: Decimal) -> str:
    if report.rejected == report.rows:
        return say("all {rows} rows were rejected.", rows=report.rows)
    share = 100 * Decimal(report.rejected) / Decimal(report.rows)
    return say(
        "{n} of {rows} rows were rejected, {share} %; at most {limit} % are allowed.",
        n=report.rejected,
        rows=report.rows,
        share=f"{share:.1f}",
        limit=f"{(100 * limit).normalize():f}",
    )


@dataclass(frozen=True)
class Gathered(Generic[C_co]):
    """The facts of a run, attached to one calculator; DuckDB where nothing else is said."""

    database: C_co
    tables: Mapping[str, ir.Table]
    reports: Mapping[str, Report]
    rejects: Mapping[str, bytes]
    as_they_lie: bool = False
    """Whether the orders are read where they lie, so that nobody has looked at every id yet."""
    kept: Kept | None = None
    """What the store says of its part of the facts, where they come from one."""
    condensed: Condensed | None = None
    """The orders put together ahead, where the store has them so."""

    def looked_at(self, ids: pa.ChunkedArray) -> list[Note]:
        """What is to be said of the ids that a run found. Raises NeedsCare where the careful reader would change one."""
        if not self.as_they_lie and self.kept is None:
            return []
        if self.as_they_lie and odd_ids(ids):
            raise NeedsCare
        return list(id_notes(self.database, self.tables["orders"], ids))

    @property
    def digits(self) -> int:
        """Digits of the amounts."""
        kind = self.tables["orders"].schema()["amount"]
        return kind.scale if kind.is_decimal() and kind.scale is not None else MONEY_DIGITS


class NeedsCare(Exception):
    """Rows that were read where they lie turn out to need the careful reader."""


def with_facts(sources: Sources, options: Options, use: Callable[[Gathered], T]) -> T:
    """What `use` makes of the facts. Where they turn out to need care, they are read again, carefully."""
    return with_facts_on(DuckDB, sources, options, use)


def with_facts_on(opening: Opening[C], sources: Sources, options: Options, use: Callable[[Gathered[C]], T]) -> T:
    """The same with a calculator of one's choice."""
    with suppress(NeedsCare, Unworkable):
        return _used(opening, sources, options, use, careful=False)
    try:
        return _used(opening, sources, options, use, careful=True)
    except Unworkable as problem:
        raise Refusal(say("the rows cannot be worked out: {reason}.", reason=str(problem))) from None


def _used(
    opening: Opening[C], sources: Sources, options: Options, use: Callable[[Gathered[C]], T], *, careful: bool
) -> T:
    with passing_folder() as work, ExitStack() as opened:

        def open_here(files: Iterable[Path], folder: Path, folders: Iterable[Path]) -> C:
            calculator = opening(files, folder, folders)
            opened.callback(calculator.close)
            return calculator

        return use(_gathered(open_here, sources, options, work, careful=careful))


def gather(sources: Sources, options: Options, work: Path, *, careful: bool = False) -> Gathered:
    """Read every table and attach it. Refuses a table with more rejected rows than allowed."""
    return _gathered(DuckDB, sources, options, work, careful=careful)


def _gathered(opening: Opening[C], sources: Sources, options: Options, work: Path, *, careful: bool) -> Gathered[C]:
    unknown = sorted(set(sources) - {*TABLES, STORE})
    if unknown:
        raise Refusal(say("there is no table of facts named {name}.", name=unknown[0]))
    files = {name: place for name, place in sources.items() if name != STORE}
    snapshot = sources.get(STORE)
    if snapshot is not None:
        refuse_doubled(snapshot, files)
    readings = _read_all(files, options, work, careful=careful)
    database = opening(lying(readings.values()), work, [snapshot.folder] if snapshot is not None else [])
    tables: dict[str, ir.Table] = {}
    for name in list(readings):
        readings[name], tables[name] = attached(database, name, readings[name], files[name], options, work)
    reports = {name: reading.report for name, reading in readings.items()}
    rejects = {name: r.rejects.read_bytes() for name, r in reports.items() if r.rejected and r.rejects}
    _one_currency(reports)
    for report in reports.values():
        if rejected_too_often(report, options):
            raise TooManyRejects(report, rejects, options.max_rejects)
    if snapshot is None:
        lie = isinstance(readings["orders"].rows, ParquetFiles)
        return Gathered(database, tables, reports, rejects, as_they_lie=lie)
    refuse_other_currency(snapshot, reports)
    facts = kept_facts(snapshot, database, options)
    tables, reports = {**facts.tables, **tables}, {**facts.reports, **reports}
    return Gathered(database, tables, reports, rejects, kept=facts.kept, condensed=facts.condensed)


def rejected_too_often(report: Report, options: Options) -> bool:
    """Whether more rows of a table were rejected than allowed, or all of its orders."""
    none_left = report.table == "orders" and report.rejected == report.rows > 0
    return none_left or too_many(report.rejected, report.rows, options.max_rejects)


def lying(readings: Iterable[Reading]) -> list[Path]:
    """The files that are read where they lie."""
    return [path for reading in readings if isinstance(reading.rows, ParquetFiles) for path in reading.rows.paths]


def _read_all(sources: Sources, options: Options, work: Path, *, careful: bool) -> dict[str, Reading]:
    """Rates first: the other tables are turned with them, cell by cell and so never as they lie."""
    rates: pa.Table | None = None
    readings: dict[str, Reading] = {}
    if "exchange_rates" in sources:
        readings["exchange_rates"] = read(sources["exchange_rates"], "exchange_rates", options, work, careful=True)
        rows = readings["exchange_rates"].rows
        rates = rows if isinstance(rows, pa.Table) else None
    for name in sorted(set(sources) - {"exchange_rates"}, key=lambda name: (name != "orders", name)):
        turned = rates is not None
        readings[name] = read(sources[name], name, options, work, rates=rates, careful=careful or turned)
    return readings


def _one_currency(reports: Mapping[str, Report]) -> None:
    """Amounts of different tables are held against each other, so they must be of one currency."""
    named = {name: r.currency for name, r in reports.items() if r.currency and name != "exchange_rates"}
    if len(set(named.values())) > 1:
        listed = ", ".join(f"{name} {currency}" for name, currency in named.items())
        raise Refusal(
            say("the tables are in different currencies: {listed}.", listed=listed),
            remedy=say("Give exchange rates with --rates and the currency of the run with --currency."),
        )


def _each_its_own_order(orders: pa.Table) -> pa.Table:
    """A line without an order number inside a column of them is an order of its own."""
    if "order_id" not in orders.column_names or not orders["order_id"].null_count:
        return orders
    own = pa.array([f"row {number}" for number in range(1, orders.num_rows + 1)])
    place = orders.column_names.index("order_id")
    return orders.set_column(place, "order_id", pc.coalesce(orders["order_id"], own))


def attached(
    database: Calculator,
    label: str,
    reading: Reading,
    source: Any,
    options: Options,
    work: Path,
    *,
    numbered: bool = True,
) -> tuple[Reading, ir.Table]:
    """The rows of a reading under a label, and the reading with its report completed.

    What lies in Parquet and is not clean is read again, carefully. With `numbered` a line without an order number
    inside a column of them gets one of its own.
    """
    if isinstance(reading.rows, ParquetFiles):
        cleaned = _cleaned(database, label, reading, options)
        if cleaned is not None:
            return cleaned
        reading = read(source, reading.report.table, options, work, careful=True)
    assert isinstance(reading.rows, pa.Table), "a careful reading is typed rows"
    fill = numbered and reading.report.table == "orders"
    return reading, database.attach(label, _each_its_own_order(reading.rows) if fill else reading.rows)


def _cleaned(database: Calculator, label: str, reading: Reading, options: Options) -> tuple[Reading, ir.Table] | None:
    """The rows as they lie, or None where only the careful reader can tell."""
    assert isinstance(reading.rows, ParquetFiles), "asked before"
    if any(set(str(path)) & GLOB for path in reading.rows.paths):
        return None
    rows = database.attach_parquet(f"{label} as it lies", reading.rows.paths, reading.rows.columns)
    cleaned = clean(database, reading.report.table, rows, reading.rows, reading.report, options)
    if cleaned is None:
        return None
    table, report = cleaned
    return replace(reading, report=report), table
