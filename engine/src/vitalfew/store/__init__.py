"""The fact store: imports that are kept, replaced order by order, taken back, and read as of any version."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.schemas import TABLES
from vitalfew.store.adding import Adding
from vitalfew.store.committing import committed, explained, own_rows
from vitalfew.store.compacting import Rebase, fold, unfolded
from vitalfew.store.exporting import exported
from vitalfew.store.ledger import opened
from vitalfew.store.locking import COMPACTING, alone, locked
from vitalfew.store.one_customer import OneCustomer
from vitalfew.store.records import Added, Entry, Finding, Load, Version
from vitalfew.store.snapshot import Snapshot
from vitalfew.store.state import IMPORT, State, state_at
from vitalfew.store.tables import DeltaLog
from vitalfew.store.undoing import undone
from vitalfew.store.verifying import verified

__all__ = ["Added", "Finding", "Load", "Snapshot", "Store", "Version"]


class Store:
    """The facts of a company in a folder, with their whole history.

    Of each order (source, key) the rows of the live import with the largest number that holds it count, and no
    others. `wait` is how many seconds a writer waits for another one, `on_wait` is called when it begins to.
    Making a Store touches nothing; the first import makes the folder.
    """

    def __init__(self, folder: Path, *, wait: float = 600, on_wait: Callable[[], None] | None = None) -> None:
        self.folder = folder.absolute()
        self._wait = wait
        self._on_wait = on_wait
        self._reader: OneCustomer | None = None

    def add(self, database: DuckDB, loads: Sequence[Load], *, at: datetime | None = None) -> list[Added]:
        """Import tables as one version, all or none. `database` may read and write the store's folder.

        Refuses a second currency, other digits, and orders that break the key of their source.
        """
        adding = Adding(database, self.folder, _utc(at))
        with self._writing():
            return committed(self.folder, lambda state: adding.plan(state, loads))[1]

    def foresee(self, database: DuckDB, loads: Sequence[Load]) -> list[Added]:
        """What an import of these tables would do at the newest version. Changes nothing and needs no lock."""
        with explained(self.folder):
            ledger = opened(self.folder)
            state = state_at(self.folder, ledger) if ledger.entries else State(())
            return Adding(database, self.folder, None).foresee(state, loads)

    def undo(self, batch: int, *, at: datetime | None = None) -> Version:
        """Take an import back, whatever came after it. Refuses one that is unknown or taken back already."""
        self._begun()
        with self._writing(), own_rows():
            state, _ = committed(self.folder, lambda s: undone(s, batch, self.folder, self._calculator, _utc(at)))
        return _version(state, state.entries[-1])

    def compact(self, *, at: datetime | None = None) -> Version:
        """Write the rows that count anew, sorted, so that they are read fast. Changes no fact; undo works as before."""
        self._begun()
        waiting = locked(self.folder, self._wait, self._on_wait, name=COMPACTING)
        with explained(self.folder), own_rows(), waiting:
            return self._compacted(_utc(at))

    def verify(self) -> list[Finding]:
        """Hold every byte against its digest, and mend what was never acknowledged; empty where all is well.

        Without the right to write it looks and says, and mends nothing.
        """
        self._begun()
        if not os.access(self.folder, os.W_OK):
            with explained(self.folder):
                return verified(self.folder, mend=False, alone=False)
        with self._writing(), alone(self.folder) as nobody_folds:
            return verified(self.folder, mend=True, alone=nobody_folds)

    def export(self, target: Path, version: int | None = None) -> list[Path]:
        """Write the rows that count at a version as plain Delta tables, one for each table of facts, for any reader.

        Refuses a target that holds something. All or nothing.
        """
        snapshot = self.snapshot(version)
        with explained(self.folder), own_rows():
            return exported(snapshot, target.absolute())

    def facts_of(self, customer_id: str, table: str = "orders") -> pa.Table:
        """One customer's rows of a table that count now, newest first."""
        with explained(self.folder), own_rows():
            return self._reading().rows(table, customer_id)

    def last_day(self) -> date | None:
        """The day of the last order line that counts now; None without one."""
        with explained(self.folder), own_rows():
            return self._reading().last_day

    def _reading(self) -> OneCustomer:
        number = DeltaLog(self.folder / "ledger").newest()
        if self._reader is None or self._reader.number != number:
            self._reader = OneCustomer(self.folder, self._state(), number)
        return self._reader

    def versions(self) -> list[Version]:
        """All that was done, oldest first."""
        with explained(self.folder):
            ledger = opened(self.folder)
        state = State(ledger.entries)
        return [_version(state, entry) for entry in state.entries]

    def snapshot(self, version: int | None = None) -> Snapshot:
        """The facts of a version, the newest unless one is named. Needs no lock and no right to write."""
        with explained(self.folder):
            return Snapshot(self.folder, self._state(version))

    def known_files(self) -> Mapping[str, int]:
        """The sha256 of each file that a live import was read from → that import."""
        with explained(self.folder):
            live = State(opened(self.folder).entries).live()
        return {file: entry.batch for entry in live for file in entry.files if entry.batch}

    def _begun(self) -> None:
        """Refuse a folder in which no import ever began, before anything is made in it."""
        if not any((self.folder / table / "_delta_log").is_dir() for table in ("ledger", *TABLES)):
            raise self._nothing()

    def _compacted(self, at: datetime | None) -> Version:
        for last in (False, False, True):
            with self._writing() if last else nullcontext(), self._calculator() as database:
                state = self._state()
                if not unfolded(state):
                    break
                rebase = Rebase(fold(database, self.folder, state), database, self.folder, at)
                with nullcontext() if last else self._writing():
                    state, done = committed(self.folder, rebase.plan)
                if done:
                    break
        return _version(state, state.entries[-1])

    def _state(self, version: int | None = None) -> State:
        ledger = opened(self.folder)
        if not ledger.entries:
            raise self._nothing()
        return state_at(self.folder, ledger, version)

    def _nothing(self) -> Refusal:
        return Refusal(
            say("there is no fact store in this folder."),
            where=str(self.folder),
            remedy=say("Make one: vitalfew facts import FILE --store DIR."),
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with explained(self.folder), locked(self.folder, self._wait, self._on_wait):
            yield

    def _calculator(self) -> DuckDB:
        work = self.folder / ".work"
        work.mkdir(exist_ok=True)
        return DuckDB(work=work, folders=[self.folder], memory="2GB")


def _utc(at: datetime | None) -> datetime | None:
    """The time as the ledger keeps it; one without a zone is taken for UTC."""
    return at.astimezone(UTC).replace(tzinfo=None) if at is not None and at.tzinfo else at


def _version(state: State, entry: Entry) -> Version:
    return Version(
        number=entry.version,
        op=entry.op,
        batch=entry.batch,
        undone=entry.undone,
        table=entry.table,
        source=entry.source,
        key=entry.key,
        at=entry.at.replace(tzinfo=UTC) if entry.at else None,
        rows=entry.rows,
        orders=entry.orders,
        new=entry.new,
        changed=entry.changed,
        known=entry.known,
        rejected=entry.rejected,
        live=entry.op == IMPORT and entry.batch not in state.undone,
        head=entry.head,
    )
