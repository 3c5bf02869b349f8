"""The store as one version left it: what was done so far, and the files of each table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.store.files import CONTESTED, LINE, ROW_TYPES, fact_columns, of_kind
from vitalfew.store.ledger import Ledger
from vitalfew.store.records import Entry, Named
from vitalfew.store.tables import DataFile, DeltaLog, Unreadable, head_digest

IMPORT, UNDO, COMPACT = "import", "undo", "compact"

Files = frozenset[DataFile]


@dataclass(frozen=True)
class State:
    """What was done up to a version and the files that it reads; changed only by making another one."""

    entries: tuple[Entry, ...] = ()
    files: Mapping[str, Files] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """Its number; 0 before the first import."""
        return self.entries[-1].version if self.entries else 0

    @property
    def named(self) -> Mapping[str, Named]:
        """Table → the commit that this version reads."""
        return self.entries[-1].tables if self.entries else {}

    @cached_property
    def batches(self) -> Mapping[int, Entry]:
        """All imports by their number, those taken back among them."""
        return {entry.batch: entry for entry in self.entries if entry.op == IMPORT and entry.batch is not None}

    @cached_property
    def undone(self) -> frozenset[int]:
        """Imports that were taken back."""
        return frozenset(entry.undone for entry in self.entries if entry.undone is not None)

    @property
    def next_batch(self) -> int:
        """The number of the next import."""
        return max(self.batches, default=0) + 1

    @property
    def folded(self) -> int:
        """The largest batch that the last compaction folded; 0 before the first."""
        return max((entry.folded for entry in self.entries), default=0)

    def live(self, table: str | None = None) -> list[Entry]:
        """The imports that count, of one table or of all."""
        found = (entry for batch, entry in self.batches.items() if batch not in self.undone)
        return [entry for entry in found if table in (None, entry.table)]

    def masked(self, table: str) -> frozenset[int]:
        """Imports taken back since they were folded: their rows still stand in folded files."""
        since = max((place for place, entry in enumerate(self.entries) if entry.op == COMPACT), default=0)
        undone = (entry.undone for entry in self.entries[since:] if entry.undone is not None)
        return frozenset(batch for batch in undone if batch <= self.folded and self.batches[batch].table == table)

    def of(self, table: str) -> Files:
        """The files of a table."""
        return self.files.get(table, frozenset())

    def exact(self, table: str) -> bool:
        """Whether the files of lines are sure to hold the rows that count and no others."""
        return not of_kind(self.of(table), CONTESTED) and not self.masked(table)

    def compact(self, table: str) -> bool:
        """Whether nothing came since a compaction."""
        return self.exact(table) and not any(file.batch for file in of_kind(self.of(table), LINE))

    def digits(self, table: str) -> int | None:
        """Digits of the table's amounts, settled by its first import."""
        return next((entry.digits for entry in self.batches.values() if entry.table == table), None)

    def further(self, table: str) -> list[str]:
        """Columns that imports brought beyond those the table is known to have."""
        known = fact_columns(table, 2)
        brought = (name for entry in self.batches.values() if entry.table == table for name in entry.columns)
        return list(dict.fromkeys(name for name in brought if name not in known))

    def columns(self, table: str) -> dict[str, pa.DataType]:
        """All columns of the table's rows with their types, ours behind its own."""
        digits = self.digits(table)
        assert digits is not None, "a table begins with an import"
        return fact_columns(table, digits, self.further(table)) | ROW_TYPES

    def then(self, entry: Entry, table: str | None = None, files: Iterable[DataFile] = ()) -> State:
        """This state with one more thing done, that leaves a table with these files."""
        changed = {} if table is None else {table: frozenset(files)}
        return replace(self, entries=(*self.entries, entry), files={**self.files, **changed})

    @property
    def head(self) -> str:
        """The digest of all files and live batches."""
        paths = {table: [file.path for file in files] for table, files in self.files.items()}
        return head_digest(paths, (entry.batch for entry in self.live() if entry.batch))


def lines_of(files: Iterable[DataFile], batch: int) -> list[DataFile]:
    """The files of lines that one import wrote and nothing folded."""
    return [file for file in of_kind(files, LINE) if file.batch == batch]


def state_at(folder: Path, ledger: Ledger, version: int | None = None) -> State:
    """The newest state or an earlier one. Refuses a version that there is not; raises Unreadable on damage."""
    entries = ledger.entries if version is None else tuple(e for e in ledger.entries if e.version <= version)
    if version is not None and (not entries or entries[-1].version != version):
        newest = ledger.entries[-1].version if ledger.entries else 0
        raise Refusal(
            say("there is no version {version} in the store; the newest is {newest}.", version=version, newest=newest),
            remedy=say("List them: vitalfew facts versions --store {folder}.", folder=str(folder)),
        )
    if not entries:
        return State()
    files = {table: _files(folder / table, named) for table, named in sorted(entries[-1].tables.items())}
    state = State(entries, files)
    if state.head != entries[-1].head:
        raise Unreadable(say("the files of version {version} are not those acknowledged.", version=state.version))
    return state


def _files(folder: Path, named: Named) -> Files:
    log = DeltaLog(folder)
    if not log.entry(named.number).is_file() or log.digest(named.number) != named.digest:
        raise Unreadable(log.place(named.number))
    return log.at(named.number).files
