"""Compaction: the rows that count written anew, sorted and without the rows that lost, which are kept apart.

The long work is done without the lock. It is then put in place of exactly the files that it read, beside imports that
came since; after an undo it would be wrong and is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from pathlib import Path

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed, ready_orders, summed_up
from vitalfew.store import keys
from vitalfew.store.durable import scratch
from vitalfew.store.files import (
    CONDENSED,
    CONTESTED,
    CUSTOMER,
    KEY,
    LINE,
    ORDER,
    REPLACED,
    ROW,
    Writer,
    fact_columns,
    key_files,
    of_kind,
    read,
    sorted_by,
    with_columns,
)
from vitalfew.store.records import Entry
from vitalfew.store.state import COMPACT, IMPORT, Files, State
from vitalfew.store.tables import DataFile
from vitalfew.store.truth import beaten, counting


@dataclass(frozen=True)
class Fold:
    """What a compaction read at a state, and what it wrote to stand there instead."""

    read: State
    written: Mapping[str, Files]
    hashing: str | None


def unfolded(state: State) -> list[str]:
    """The tables that a compaction would change."""
    return [table for table in sorted(state.files) if not state.compact(table)]


def fold(database: DuckDB, folder: Path, state: State) -> Fold:
    """Write what counts at a state. Nothing names it yet."""
    folding = Folding(database, folder, state)
    written = {table: frozenset(folding.table(table)) for table in unfolded(state)}
    digits = state.digits("orders")
    hashing = None if digits is None else keys.hashing(database, fact_columns("orders", digits))
    return Fold(state, written, hashing)


class Folding:
    """Writes the tables of one state anew."""

    def __init__(self, database: DuckDB, folder: Path, state: State) -> None:
        self._database = database
        self._folder = folder
        self._state = state

    def table(self, table: str) -> Iterator[DataFile]:
        """Its files: lines that count, lines that lost, and for orders one row for each that can be told in one."""
        writer = Writer(self._database, self._folder, table)
        rows = counting(self._database, self._folder, self._state, table)
        if rows is None:
            return
        yield from self._orders(rows, writer) if table == "orders" else writer.write(rows, LINE)
        lost = self._lost(table)
        if lost is not None:
            yield from writer.write(lost, REPLACED)

    def _orders(self, rows: ir.Table, writer: Writer) -> Iterator[DataFile]:
        """Lines are sorted once; they are split only where some order cannot be told in one row."""
        with scratch(self._folder) as work:
            path = Path(work) / "lines"
            count = self._database.write_parquet(rows, path, sorted_by("orders"))
            if not count:
                return
            lines = self._database.attach_files("store lines", [path])
            named = self._named(self._hashed(lines))
            ready = self._database.keep("store ready", self._ready(named))
            rest = named.anti_join(ready, list(KEY))
            yield from self._customers(ready, rest, writer)
            if self._database.count(rest):
                yield from writer.write(lines.anti_join(ready, list(KEY)), LINE)
                yield from writer.write(lines.semi_join(ready, list(KEY)), LINE, CONDENSED)
            else:
                yield writer.take(path, count, LINE, CONDENSED)
            yield from writer.write(ready.drop("source") if "source" in ready.columns else ready, ORDER)

    def _customers(self, ready: ir.Table, rest: ir.Table, writer: Writer) -> list[DataFile]:
        """Every customer summed up; none where a sum is too large for its column."""
        everybody = self._database.keep("store customers", summed_up(Condensed(ready, rest)))
        unfit = everybody.filter(everybody.amount.isnull() | (everybody.spent.isnull() & (everybody.valid_orders > 0)))
        if self._database.count(unfit):
            return []
        return writer.write(everybody, CUSTOMER, order_by=("customer_id",))

    def _hashed(self, lines: ir.Table) -> ir.Table:
        content = fact_columns("orders", self._state.digits("orders") or 0)
        return lines.mutate(_hash=keys.row_hash(lines, content))

    def _named(self, lines: ir.Table) -> ir.Table:
        """Lines whose order is named by its number, or else by its key; sources are told apart where there are several."""
        live = self._state.live("orders")
        if any(entry.unnumbered for entry in live):
            lines = lines.mutate(order_id=ibis.coalesce(lines.order_id, lines.row_key))
        if len({entry.source for entry in live}) > 1:
            lines = lines.mutate(source=lines.row_source)
        return lines

    def _ready(self, lines: ir.Table) -> ir.Table:
        further = {name: lines[name].arbitrary() for name in ROW} | {"digest": keys.summed(lines["_hash"])}
        return ready_orders(lines, further)

    def _lost(self, table: str) -> ir.Table | None:
        """Live rows that a later import replaced: those folded away before, and those that lose now."""
        files, place, columns = self._state.of(table), self._folder / table, self._state.columns(table)
        beat, before = beaten(self._database, self._folder, self._state, table), of_kind(files, REPLACED)
        lines = read(self._database, place, of_kind(files, LINE))
        parts = [] if beat is None else [with_columns(lines.semi_join(beat, list(ROW)), columns)]
        if before:
            old = read(self._database, place, before)
            back = lines.semi_join(old, list(ROW)).select(*ROW).distinct()
            parts.append(with_columns(old.anti_join(back, list(ROW)), columns))
        if not parts:
            return None
        lost = reduce(ir.Table.union, parts)
        return lost.filter(lost.row_batch.notin(sorted(self._state.undone))) if self._state.undone else lost


@dataclass(frozen=True)
class Rebase:
    """A fold put in place of exactly the files that it read."""

    fold: Fold
    database: DuckDB
    folder: Path
    at: datetime | None

    def plan(self, state: State) -> tuple[State, bool]:
        """The state with the fold, and whether that is right: imports since stay beside it, after an undo it is not."""
        read_at = self.fold.read
        since = state.entries[len(read_at.entries) :]
        if any(entry.op != IMPORT for entry in since):
            return state, False
        files = {**state.files}
        for table, written in self.fold.written.items():
            later = state.of(table) - read_at.of(table)
            files[table] = written | later | frozenset(self._contested(table, written, later))
        entry = Entry(
            version=0,
            op=COMPACT,
            at=self.at,
            hashing=self.fold.hashing,
            rows=sum(file.rows for written in self.fold.written.values() for file in of_kind(written, LINE)),
            folded=max(read_at.batches, default=0),
        )
        return replace(state, entries=(*state.entries, entry), files=files), True

    def _contested(self, table: str, written: Files, later: Files) -> list[DataFile]:
        """Imports since may hold keys whose folded holder was listed in a file that is gone now."""
        listed, place = of_kind(later, CONTESTED), self.folder / table
        held = key_files(written)
        if not listed or not held:
            return []
        holders = reduce(ir.Table.union, (read(self.database, place, found).select(*ROW) for found in held))
        already = read(self.database, place, listed).select(*ROW)
        missing = holders.semi_join(already, list(KEY)).distinct().anti_join(already, list(ROW))
        return Writer(self.database, self.folder, table).write(missing, CONTESTED, order_by=ROW)
