"""Files into a store: read, and taken in together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import ibis.expr.types as ir

from vitalfew.backends import DuckDB, Unworkable
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers import read
from vitalfew.readers.reading import Options, ParquetFiles, Reading, Report
from vitalfew.run.finding import Found, Held, Item, LeftOut, without_place
from vitalfew.run.gather import TooManyRejects, attached, lying, rejected_too_often
from vitalfew.run.ids import id_notes, odd_ids
from vitalfew.run.manner import RATES, Manner, newer_rates, rates_of
from vitalfew.whole import passing_folder

if TYPE_CHECKING:
    from vitalfew.store import Added, Load, Store, Version


@dataclass(frozen=True)
class Read:
    """An item as it was read: its rows attached, its report, the bytes of its file of rejected rows."""

    item: Item
    rows: ir.Table
    report: Report
    rejects: bytes | None


@dataclass(frozen=True)
class Taken:
    """What became of an item: what its reader says and what the store says."""

    item: Item
    report: Report
    added: Added


@dataclass(frozen=True)
class Passed:
    """A file that the store holds already: the batch it came with, its version, its orders."""

    name: str
    batch: int
    version: int
    table: str
    orders: int


@dataclass(frozen=True)
class Outcome:
    """What an import of files did. `searched`: a folder was among the places."""

    version: int
    taken: Sequence[Taken]
    held: Sequence[Passed]
    left_out: Sequence[LeftOut]
    searched: bool


Opened = tuple[Item, Reading, Path]
"""An item, what its reader gave, and the work folder that its rows live in."""

BESIDE_MAPPED = "2GB"
"""What the calculator may hold while the rows of a text file are mapped beside it: together less than four gigabytes."""

Tell = Callable[[Sequence[Read]], None]
"""Told of what was read before the store is touched: rejected rows that cannot be written down stop the import."""


def take_in(store: Store, found: Sequence[Found], manner: Manner, tell: Tell) -> Outcome:
    """Read what was found and add it to the store as one version.

    A file of a folder that cannot be read, or has too many rejected rows, is left out with the reason; one that was
    named is refused, and then nothing is imported. Where a folder holds nothing to import, that is refused too.
    """
    items = [one for one in found if isinstance(one, Item)]
    held = [one for one in found if isinstance(one, Held)]
    taken, left_out = _with_care(store, items, manner, tell) if items else ([], [])
    left_out = [*(one for one in found if isinstance(one, LeftOut)), *left_out]
    if not taken and not held:
        raise _nothing_there(left_out)
    versions = store.versions()
    lines = {version.batch: version for version in versions if version.batch is not None}
    passed = [_passed(one, lines[one.batch]) for one in held]
    newest = max([one.added.version for one in taken if not one.added.noop] or [versions[-1].number])
    searched = any(not isinstance(one, Item) or one.found for one in found)
    return Outcome(newest, taken, passed, left_out, searched)


def _passed(held: Held, line: Version) -> Passed:
    return Passed(held.place.name, held.batch, line.number, line.table or "", line.orders)


def _nothing_there(left_out: Sequence[LeftOut]) -> Refusal:
    named = "; ".join(f"{one.place.name}: {one.reason}" for one in left_out[:3])
    what = say("nothing to import: {files}", files=named) if left_out else say("there is nothing to import.")
    return Refusal(what, remedy=say("The store is as it was."))


def _with_care(store: Store, items: Sequence[Item], manner: Manner, tell: Tell) -> tuple[list[Taken], list[LeftOut]]:
    with suppress(Unworkable):
        return _taken_in(store, items, manner, tell, careful=False)
    try:
        return _taken_in(store, items, manner, tell, careful=True)
    except Unworkable as problem:
        raise Refusal(say("the rows cannot be worked out: {reason}.", reason=str(problem))) from None


def _taken_in(
    store: Store, items: Sequence[Item], manner: Manner, tell: Tell, *, careful: bool
) -> tuple[list[Taken], list[LeftOut]]:
    with passing_folder() as work:
        readings, left_out = _readings(items, manner, work, careful=careful)
        mapped = any(not isinstance(reading.rows, ParquetFiles) for _, reading, _ in readings)
        files, memory = lying(reading for _, reading, _ in readings), BESIDE_MAPPED if mapped else None
        with DuckDB(files, work, [store.folder], memory=manner.memory or memory) as database:
            read_in = [_attached(database, *each, manner.options) for each in readings]
            tell(read_in)
            kept, refused = _judged(read_in, manner.options)
            loads = [_load(one, manner) for one in kept]
            added = _added(store, database, loads, manner) if loads else []
            taken = [Taken(one.item, one.report, one_added) for one, one_added in zip(kept, added, strict=True)]
            return taken, left_out + refused


def _added(store: Store, database: DuckDB, loads: Sequence[Load], manner: Manner) -> list[Added]:
    return store.foresee(database, loads) if manner.foreseen else store.add(database, loads, at=manner.at)


def _readings(
    items: Sequence[Item], manner: Manner, work: Path, *, careful: bool
) -> tuple[list[Opened], list[LeftOut]]:
    """Every item read, rates first: the others are turned with them."""
    opened: list[Opened] = []
    left_out: list[LeftOut] = []
    rates = manner.rates
    for number, item in enumerate(sorted(items, key=lambda item: item.table != RATES)):
        own = work / str(number)
        own.mkdir()
        turning = rates if item.table != RATES else None
        cell_by_cell = careful or turning is not None or item.table == RATES
        try:
            reading = read(item.place, item.table, manner.options, own, rates=turning, careful=cell_by_cell)
        except Refusal as refusal:
            left_out.append(_left_out(item, refusal))
            continue
        if item.table == RATES:
            rates = newer_rates(rates, rates_of(reading.rows))
        opened.append((item, reading, own))
    return opened, left_out


def _attached(database: DuckDB, item: Item, reading: Reading, work: Path, options: Options) -> Read:
    label = f"{item.table} {work.name}"
    reading, rows = attached(database, label, reading, item.place, options, work, numbered=False)
    if isinstance(reading.rows, ParquetFiles) and item.table == "orders":
        ids = database.fetch(rows.select("customer_id").distinct())["customer_id"]
        if odd_ids(ids):
            reading = read(item.place, item.table, options, work, careful=True)
            rows = database.attach(f"{label} carefully", reading.rows)
        else:
            notes = (*reading.report.notes, *id_notes(database, rows, ids))
            reading = replace(reading, report=replace(reading.report, notes=notes))
    report = reading.report
    return Read(item, rows, report, report.rejects.read_bytes() if report.rejected and report.rejects else None)


def _judged(read_in: Sequence[Read], options: Options) -> tuple[list[Read], list[LeftOut]]:
    """What is taken in, and what of the folders is left out."""
    kept, left_out = [], []
    for one in read_in:
        refusal = _refused(one, options)
        if refusal is None:
            kept.append(one)
        else:
            left_out.append(_left_out(one.item, refusal))
    return kept, left_out


def _refused(one: Read, options: Options) -> Refusal | None:
    if rejected_too_often(one.report, options):
        return TooManyRejects(
            one.report,
            {},
            options.max_rejects,
            where=one.item.name,
            remedy=say("Nothing of it was imported. Mend the rows or raise --max-rejects."),
        )
    if not one.report.accepted:
        remedy = say("There is nothing to import.")
        return Refusal(say("no row of it belongs to a customer."), where=one.item.name, remedy=remedy)
    return None


def _left_out(item: Item, refusal: Refusal) -> LeftOut:
    """A file that was found is left out; one that was named is refused, and all the others with it."""
    if not item.found:
        raise refusal
    return LeftOut(Path(item.place), without_place(refusal))


def _load(one: Read, manner: Manner) -> Load:
    from vitalfew.store import Load

    return Load(
        table=one.item.table,
        rows=one.rows,
        source=one.item.source,
        key=manner.key if one.item.table == "orders" else None,
        columns=tuple(one.rows.columns),
        currency=one.report.currency,
        grain=one.report.grain,
        rejected=one.report.rejected,
        files=tuple(source.digest for source in one.report.sources),
    )
