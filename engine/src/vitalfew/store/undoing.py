"""An import taken back, also after later ones and after its rows were folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import reduce
from pathlib import Path

import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.store.files import CONTESTED, KEY, LINE, REPLACED, ROW, Writer, key_files, of_kind, read
from vitalfew.store.records import Entry
from vitalfew.store.state import UNDO, State, lines_of
from vitalfew.store.tables import DataFile


def undone(
    state: State, batch: int, folder: Path, calculator: Callable[[], DuckDB], at: datetime | None
) -> tuple[State, None]:
    """The state without an import. Refuses one that there never was, or that was taken back before.

    `calculator` opens a connection; it is needed only where rows of the import were folded.
    """
    entry = state.batches.get(batch)
    if entry is None:
        raise Refusal(
            say("there is no import {batch} in the store.", batch=batch), where=str(folder), remedy=_list(folder)
        )
    if batch in state.undone:
        raise Refusal(
            say("import {batch} was undone before; nothing was changed.", batch=batch),
            where=str(folder),
            remedy=_list(folder),
        )
    table = entry.table
    assert table is not None, "an import is of a table"
    files = state.of(table) - frozenset(lines_of(state.of(table), batch))
    taken_back = state.then(_entry(entry, at), table, files)
    if batch > state.folded or not of_kind(files, REPLACED):
        return taken_back, None
    with calculator() as database:
        back = list(_written_back(database, folder, taken_back, batch, table))
    return replace(taken_back, files={**taken_back.files, table: files | frozenset(back)}), None


def _entry(entry: Entry, at: datetime | None) -> Entry:
    return Entry(version=0, op=UNDO, undone=entry.batch, table=entry.table, source=entry.source, at=at)


def _list(folder: Path) -> str:
    return say("List them: vitalfew facts versions --store {folder}.", folder=str(folder))


def _written_back(database: DuckDB, folder: Path, state: State, batch: int, table: str) -> Iterator[DataFile]:
    """For every key whose folded rows are masked from now on, the rows of the last live import that they replaced."""
    files, place = state.of(table), folder / table
    lost = read(database, place, of_kind(files, REPLACED)).semi_join(
        _own_keys(database, place, files, batch), list(KEY)
    )
    lost = lost.filter(lost.row_batch.notin(sorted(state.undone)))
    last = lost.group_by(KEY).aggregate(row_batch=lost.row_batch.max())
    back = database.keep("store back", lost.semi_join(last, list(ROW)))
    writer = Writer(database, folder, table)
    yield from writer.write(back, LINE)
    contested = of_kind(files, CONTESTED)
    if contested:
        listed = read(database, place, contested)
        again = back.select(*ROW).distinct().semi_join(listed, list(KEY)).anti_join(listed, list(ROW))
        yield from writer.write(again, CONTESTED, order_by=ROW)


def _own_keys(database: DuckDB, place: Path, files: frozenset[DataFile], batch: int) -> ir.Table:
    """The keys that an import holds in folded files; an order's file says it in fewer rows than its lines."""
    rows = [read(database, place, found) for found in key_files(file for file in files if not file.batch)]
    return reduce(ir.Table.union, (each.filter(each.row_batch == batch).select(*KEY) for each in rows))
