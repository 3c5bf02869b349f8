"""An import worked out: which rows are new, which replace others, and whether all of it stands there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.store import keys
from vitalfew.store.arriving import Arrival, arrived
from vitalfew.store.files import CONTESTED, LINE, ROW, Writer, numbered, of_kind, read
from vitalfew.store.holders import holders
from vitalfew.store.records import Added, Entry, Load
from vitalfew.store.refusing import refuse_currencies
from vitalfew.store.state import State
from vitalfew.store.tables import DataFile
from vitalfew.store.truth import counting


class Adding:
    """Works out an import of several tables, one after the other, each knowing those before it."""

    def __init__(self, database: DuckDB, folder: Path, at: datetime | None) -> None:
        self._database = database
        self._folder = folder
        self._at = at

    def plan(self, state: State, loads: Sequence[Load]) -> tuple[State, list[Added]]:
        """The state with all loads, and what each of them did. The same state where all of them stand there already."""
        refuse_currencies(state, loads)
        version, answers = state.version + 1, []
        for load in loads:
            state, added = self._with(state, load, version)
            answers.append(added)
        return state, answers

    def foresee(self, state: State, loads: Sequence[Load]) -> list[Added]:
        """What each load would do by itself, held against this state. Writes nothing."""
        refuse_currencies(state, loads)
        return [self._foreseen(state, load) for load in loads]

    def _foreseen(self, state: State, load: Load) -> Added:
        arrival = arrived(self._database, state, load, self._at)
        earlier = self._earlier(state, arrival.entry)
        if earlier is not None:
            stands = replace(earlier, new=0, changed=0, known=earlier.orders, rejected=load.rejected)
            return _added(stands, earlier.version or state.version, noop=True)
        held, entry = self._held(state, arrival), arrival.entry
        entry = replace(entry, new=entry.orders) if held is None else self._compared(state, entry, held)
        return _added(entry, state.version)

    def _with(self, state: State, load: Load, version: int) -> tuple[State, Added]:
        arrival = arrived(self._database, state, load, self._at)
        earlier = self._earlier(state, arrival.entry)
        if earlier is not None:
            stands = replace(earlier, new=0, changed=0, known=earlier.orders, rejected=load.rejected)
            return state, _added(stands, earlier.version or version, noop=True)
        entry, files = self._written(state, arrival)
        return state.then(entry, load.table, state.of(load.table) | frozenset(files)), _added(entry, version)

    def _earlier(self, state: State, new: Entry) -> Entry | None:
        """The live import of the same rows from the same source, unless a later one holds any of its keys."""
        for old in state.live(new.table):
            same = (old.source, old.hashing, old.digest) == (new.source, new.hashing, new.digest)
            if same and set(old.columns) == set(new.columns) and self._untouched(state, old):
                return old
        return None

    def _untouched(self, state: State, old: Entry) -> bool:
        assert old.table is not None, "an import is of a table"
        rows = counting(self._database, self._folder, state, old.table)
        if rows is None:
            return old.orders == 0
        own = rows.filter(rows.row_batch == old.batch)
        return bool(self._database.row(own.aggregate(n=own.row_key.nunique()))["n"] == old.orders)

    def _written(self, state: State, arrival: Arrival) -> tuple[Entry, list[DataFile]]:
        """The import's rows and the keys it contests, as files; and its line in the ledger."""
        entry = arrival.entry
        writer = Writer(self._database, self._folder, entry.table or "")
        held = self._held(state, arrival)
        files: list[DataFile] = []
        if held is None:
            entry = replace(entry, new=entry.orders)
        else:
            entry = self._compared(state, entry, held)
            files += writer.write(self._contested(state, entry, held), CONTESTED, entry.batch, ROW)
        return entry, [*files, *writer.write(arrival.rows, LINE, entry.batch)]

    def _held(self, state: State, arrival: Arrival) -> ir.Table | None:
        """Who holds the new keys: (key, batch) with the digest of what it holds, beside the new `digest_new`."""
        table, rows = arrival.entry.table or "", arrival.rows
        if not state.of(table):
            return None
        digest = keys.summed(keys.row_hash(rows, arrival.content))
        brought = self._database.keep("store brought", rows.group_by("row_key").aggregate(digest_new=digest))
        found = holders(self._database, self._folder, state, arrival.entry, brought, arrival.content)
        return None if found is None else self._database.keep("store held", found.join(brought, "row_key"))

    def _compared(self, state: State, entry: Entry, held: ir.Table) -> Entry:
        """How many of the new keys no live import holds, and how many the present winner holds with other content."""
        alive = held.filter(held.row_batch.notin(sorted(state.undone))) if state.undone else held
        same = (alive.digest == alive.digest_new).argmax(alive.row_batch)
        best = alive.group_by("row_key").aggregate(same=same)
        found = self._database.row(best.aggregate(held=best.count(), same=best.same.sum()))
        known = int(found["same"] or 0)
        return replace(entry, new=entry.orders - found["held"], changed=found["held"] - known, known=known)

    def _contested(self, state: State, entry: Entry, held: ir.Table) -> ir.Table:
        """The new import and the earlier holders, as far as they are not listed yet."""
        table = entry.table or ""
        own = held.select("row_key").distinct().mutate(row_batch=numbered(entry.batch or 0))
        listed = held.select("row_key", "row_batch").union(own)
        listed = listed.mutate(row_source=ibis.literal(entry.source)).select(*ROW)
        before = of_kind(state.of(table), CONTESTED)
        if not before:
            return listed
        return listed.anti_join(read(self._database, self._folder / table, before), list(ROW))


def _added(entry: Entry, version: int, *, noop: bool = False) -> Added:
    return Added(
        batch=entry.batch or 0,
        version=version,
        rows=entry.rows,
        new=entry.new,
        changed=entry.changed,
        known=entry.known,
        rejected=entry.rejected,
        noop=noop,
    )
