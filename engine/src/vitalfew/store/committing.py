"""How a change becomes true: data files, then each table, then the ledger; each on the disk before the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vitalfew.backends import Unworkable
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.schemas import TABLES
from vitalfew.store.durable import named_by_content, scratch, sync
from vitalfew.store.files import delta_columns
from vitalfew.store.ledger import Ledger, appended, opened
from vitalfew.store.records import Named
from vitalfew.store.state import State, state_at
from vitalfew.store.tables import PARTS, Conflict, DeltaLog, DeltaState, Unreadable

T = TypeVar("T")
Plan = Callable[[State], tuple[State, T]]

ATTEMPTS = 3
CHECKPOINT_EVERY = 25
_NEVER_NAMED = 3
"""Entries that a table may have before any version names it: made, widened, filled."""

DESCRIPTION = (
    "Facts with their history. Raw reading of file_kind = 'line' is exact only at versions whose commit carries "
    "vitalfew.exact; of every (row_source, row_key) the rows of the live import with the largest row_batch count. "
    "A plain table of any version: vitalfew facts export --delta."
)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Failures of the disk and damage in the words of somebody who wants to know whether his facts are safe."""
    try:
        yield
    except Unreadable as problem:
        raise Refusal(
            say("the store is damaged: {what}", what=str(problem)),
            where=str(folder),
            remedy=say(
                "Run vitalfew facts verify --store {folder}: it mends what was never acknowledged.", folder=folder
            ),
        ) from None
    except OSError as problem:
        raise Refusal(
            say("the store could not be read or written ({reason}).", reason=problem.strerror or str(problem)),
            where=str(folder),
            remedy=say("All that was acknowledged before is safe. Make room or mend the folder, then run it again."),
        ) from None


@contextmanager
def own_rows() -> Iterator[None]:
    """Rows of the store that cannot be worked out were damaged since they were written."""
    try:
        yield
    except Unworkable as problem:
        raise Unreadable(str(problem)) from None


def committed(folder: Path, plan: Plan[T]) -> tuple[State, T]:
    """The newest state after a change, worked out anew where somebody else committed first. The lock is held."""
    for _ in range(ATTEMPTS):
        ledger, state = recovered(folder)
        planned, answer = plan(state)
        if planned is state:
            return state, answer
        try:
            return _acknowledged(folder, ledger, state, planned), answer
        except Conflict:
            continue
    raise Refusal(
        say("another program keeps writing to the store; nothing was changed."),
        where=str(folder),
        remedy=say("Run it again when that is done."),
    )


def recovered(folder: Path) -> tuple[Ledger, State]:
    """The newest state, after the tables were brought back to it from what a dead process left half done."""
    ledger = opened(folder)
    if ledger.number is None:
        _refuse_foreign(folder)
    state = state_at(folder, ledger)
    for table in TABLES:
        log = DeltaLog(folder / table)
        newest = log.newest()
        if table not in state.named:
            _forget(folder, log)
        elif newest is not None and newest > state.named[table].number:
            _settled(log.at(newest), state, table)
    return ledger, state


def _refuse_foreign(folder: Path) -> None:
    """A store begins in a folder of its own."""
    ours = {"ledger", *TABLES}
    foreign = sorted(p.name for p in folder.iterdir() if p.name not in ours and not p.name.startswith("."))
    foreign += [table for table in TABLES if not _begun_by_a_store(folder / table)]
    if foreign:
        raise Refusal(
            say("the folder is not empty and holds no fact store ({name}).", name=foreign[0]),
            where=str(folder),
            remedy=say("Name an empty folder, or one that does not exist yet."),
        )


def _begun_by_a_store(table: Path) -> bool:
    """Whether a folder is a table, or what a first import left that died before it made the table: data files."""
    if not table.exists() or (table / "_delta_log").is_dir():
        return True
    return table.is_dir() and all(named_by_content(path) for path in table.iterdir())


def _forget(folder: Path, log: DeltaLog) -> None:
    """Drop a table that no version ever named: its import was never acknowledged."""
    if not log.folder.exists():
        return
    if len(log.numbers()) > _NEVER_NAMED:
        raise Unreadable(say("the ledger does not name the table {table}.", table=log.folder.name))
    with scratch(folder) as work:
        log.folder.rename(Path(work) / log.folder.name)


def _acknowledged(folder: Path, ledger: Ledger, old: State, new: State) -> State:
    """Orders last; what is not named by the ledger in the end never happened."""
    tables = dict(old.named)
    for table in sorted(new.files, key=lambda name: (name == "orders", name)):
        if new.of(table) != old.of(table) or table not in tables:
            tables[table] = _settled(_table(folder, new, table), new, table)
    done = [
        replace(entry, version=old.version + 1, tables=tables, head=new.head)
        for entry in new.entries[len(old.entries) :]
    ]
    appended(folder, ledger, done)
    _checkpoint(DeltaLog(folder / "ledger"))
    for table in tables:
        _checkpoint(DeltaLog(folder / table))
    return replace(new, entries=(*old.entries, *done))


def _table(folder: Path, state: State, table: str) -> DeltaState:
    log = DeltaLog(folder / table)
    newest = log.newest()
    if newest is None:
        digits = state.digits(table)
        assert digits is not None, "a table begins with an import"
        newest = log.create(delta_columns(table, digits), PARTS, table, DESCRIPTION)
    found = log.at(newest)
    return found.widened(name for name in state.further(table) if name not in found.columns.names)


def _settled(found: DeltaState, state: State, table: str) -> Named:
    """One commit that leaves the table with the files of the state; none where it has them."""
    wanted, number = state.of(table), found.number
    if wanted != found.files:
        sync(found.log.folder)
        number = found.commit(wanted - found.files, found.files - wanted, exact=state.exact(table))
    return Named(number, found.log.digest(number))


def _checkpoint(log: DeltaLog) -> None:
    newest = log.newest()
    last = max((int(path.name[:20]) for path in log.log.glob("*.checkpoint.parquet")), default=0)
    if newest is not None and newest - last >= CHECKPOINT_EVERY:
        log.checkpoint(newest)
