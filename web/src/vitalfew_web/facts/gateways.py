"""The engine: the only place of this app that speaks with it. Files of people are opened in its limited child process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.utils.translation import get_language

import vitalfew as vf
from vitalfew import sample as samples
from vitalfew.formulas import guard, unguard
from vitalfew.languages import LANGUAGES, speaking
from vitalfew.readers import look, read
from vitalfew.readers.counting import listening
from vitalfew.readers.headers.headings import fold
from vitalfew.readers.reading import Options, Report
from vitalfew.readers.sources.tables import as_text_file, tables_in
from vitalfew.run.finding import source_name
from vitalfew.run.manner import manner_of
from vitalfew.run.recognising import table_of
from vitalfew.schemas import TABLES
from vitalfew.schemas.headers import CUSTOMER_NAMES
from vitalfew.store import Store
from vitalfew.whole import passing_folder

Refusal = vf.Refusal
WrongUse = vf.WrongUse

SAMPLE_TABLES = samples.TABLES
"""What a sample has."""

EVERYTHING = Decimal(1)
"""No share of rejected rows stops a reading: a person decides."""

NAMES = frozenset(fold(name) for name in CUSTOMER_NAMES)
CARRIERS = ("promotion", "category")
"""Columns of orders for text, one of which carries the names of customers where the file has no other use for it."""


@dataclass(frozen=True)
class Taken:
    """What an import did in the store. `number` is None where it brought nothing that was not there."""

    number: int | None
    version: int
    rows: int
    new: int
    changed: int
    known: int
    rejected: int


@dataclass(frozen=True)
class Manner:
    """How files of people are read: options as the wizard keeps them, field → header, the day, the time zone, and line →
    header → the cell that is read there instead.
    """

    reading: Mapping[str, Any]
    mapping: Mapping[str, str]
    today: date
    zone: str = "UTC"
    mends: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def options(self) -> Options:
        """The same in the engine's words. What came through the browser is never trusted."""
        known = {name: self.reading[name] for name in READING if self.reading.get(name) not in {None, ""}}
        return Options(
            self.today,
            today_given=True,
            mapping=dict(self.mapping),
            timezone=self.zone,
            max_rejects=EVERYTHING,
            untrusted=True,
            mends={int(line): cells for line, cells in self.mends.items()},
            **known,
        )


HELD = "200MB"
"""What an import may hold beside its rows before it spills to the disk: server and worker share a small machine."""

READING = ("encoding", "sheet", "header_row", "dayfirst", "decimal", "grain", "currency", "drop_duplicates")
"""Options that the wizard asks for, under the engine's names."""


def version(folder: Path) -> int:
    """The number of the newest version; 0 where there is no store."""
    return max((one.number for one in _versions(folder)), default=0)


def holds_orders(folder: Path) -> bool:
    """Whether a live import of orders is there."""
    return any(one.live and one.table == "orders" for one in _versions(folder))


def add(folder: Path, facts: Any, *, table: str, source: str, at: datetime, reading: Mapping[str, Any]) -> Taken:
    """Take facts into the store as one version. What a dead process had taken in at this very moment is found again.

    Raises Refusal in words for people.
    """
    with in_our_language():
        done = vf.Store(folder, memory=HELD).add(facts, table=table, source=source, at=at, today=at.date(), **reading)
    return taken_at(folder, at, done.batches, done.rejected) or Taken(
        None, done.version, done.rows, 0, 0, done.known, done.rejected
    )


def taken_at(folder: Path, at: datetime, batches: tuple[int, ...] = (), rejected: int = 0) -> Taken | None:
    """The import that was taken in at a moment, where one was; of some batches alone, if so asked."""
    for line in _versions(folder):
        if line.op == "import" and line.at == at and (not batches or line.batch in batches):
            return Taken(line.batch, line.number, line.rows, line.new, line.changed, line.known, rejected)
    return None


def foresee(folder: Path, rows: Path, *, table: str, source: str, today: date, reading: Mapping[str, Any]) -> Taken:
    """What taking rows in would do. Writes nothing."""
    with in_our_language():
        told = vf.Store(folder, memory=HELD).foresee(rows, table=table, source=source, today=today, **reading)
    return Taken(None, told.version, told.rows, told.new, told.changed, told.known, told.rejected)


def sample(
    folder: Path, *, customers: int, language: str, last_day: date, tables: Collection[str] = SAMPLE_TABLES
) -> list[Path]:
    """Write the facts of a sample company into a folder, a file for each table, three years up to a day."""
    return samples.write(folder, customers=customers, language=language, last_day=last_day, tables=tables)


def undo(folder: Path, number: int, *, at: datetime) -> int:
    """Take an import back, whatever came later; one that is back already stays so. The version of the store then."""
    live = {line.batch for line in _versions(folder) if line.live}
    if number not in live:
        return version(folder)
    with in_our_language():
        return vf.Store(folder).undo(number, at=at).number


def recognised(files: Path, today: date) -> str:
    """The table that a file holds, as its name and header tell; orders where nothing tells."""
    with passing_folder() as work, in_our_language():
        return table_of(files, Manner({}, {}, today).options(), work) or "orders"


def tables_of(address: str) -> list[str]:
    """The tables and views of a database. Raises Refusal, whose words are for the log: they name the server."""
    with in_our_language():
        return tables_in(address)


def fetched(address: str, table: str, target: Path, heard: Callable[[int], None]) -> int:
    """Write a table of a database into a file; gives the number of rows. Raises Refusal, whose words are for the log."""
    with in_our_language():
        return as_text_file(address, table, target, heard)


def source_of(name: str, table: str) -> str:
    """The source of a file: its name without digits."""
    return source_name(Path(name), table)


def looked(files: Path, table: str, manner: Manner) -> dict[str, Any]:
    """How files would be read, without reading them."""
    with passing_folder() as work, in_our_language():
        return look(files, table, manner.options(), work)


@contextmanager
def read_in(
    files: Path, table: str, manner: Manner, *, store: Path, heard: Callable[[int], None]
) -> Iterator[tuple[pa.Table, Report]]:
    """Files read in the child: typed rows, mapped from the disk as long as the block lasts, and what became of the rest.

    `heard` is told how many rows were read so far. Amounts in other currencies are turned with the store's own rates.
    """
    with passing_folder() as work, in_our_language(), listening(lambda _table, rows: heard(rows)):
        known = manner_of(Store(store), manner.options(), rates=None, key=None, at=None) if _versions(store) else None
        options, rates = (known.options, known.rates) if known else (manner.options(), None)
        reading = read(files, table, options, work, rates=rates if table != "exchange_rates" else None)
        assert isinstance(reading.rows, pa.Table), "what is not trusted is read cell by cell"
        yield reading.rows, reading.report


def give_back_memory() -> None:
    """Return to the system what rows held that nobody looks at any longer."""
    pa.default_memory_pool().release_unused()


def is_name(header: str) -> bool:
    """Whether a header means the name of a customer, not a code."""
    return fold(header) in NAMES


def inert(text: str) -> str:
    """A text as the file of rejected rows has it: no spreadsheet takes it for a formula."""
    return guard(unguard(text))


def unguarded(text: str) -> str:
    """A text of the file of rejected rows as its source has it."""
    return unguard(text)


def kinds_of(table: str) -> dict[str, str]:
    """Column → the kind of its cells: money, day, text and so on."""
    return {column.name: str(column.kind) for column in TABLES[table].columns}


def fields_of(table: str) -> list[tuple[str, str, bool]]:
    """The columns of a table: name, meaning, and whether a file must have it."""
    return [(column.name, column.meaning, column.required) for column in TABLES[table].columns]


def facts_of(folder: Path, number: str, table: str) -> pa.Table:
    """One customer's rows of a table, newest first; an empty table where there are none."""
    if not (folder / "ledger").is_dir():
        return pa.table({})
    return _opened(str(folder)).facts_of(number, table)


def last_day(folder: Path) -> date | None:
    """The day of the last order line of all customers; None without one."""
    return _opened(str(folder)).last_day() if (folder / "ledger").is_dir() else None


@cache
def _opened(folder: str) -> Store:
    """A store that this process asks again and again."""
    return Store(Path(folder))


def in_our_language() -> AbstractContextManager[None]:
    """The engine speaks the language of this place inside the block."""
    name = (get_language() or "en").lower()
    return speaking(name if name in LANGUAGES else "en")


def _versions(folder: Path) -> list[Any]:
    return vf.Store(folder).versions() if (folder / "ledger").is_dir() else []
