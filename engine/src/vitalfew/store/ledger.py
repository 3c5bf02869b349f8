"""The ledger: one row for every import, undo and compaction. Its newest commit is the head of the whole store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.store.durable import scratch, settle, sync
from vitalfew.store.records import Entry, Named
from vitalfew.store.sealing import seal
from vitalfew.store.tables import DataFile, DeltaLog, DeltaState, Unreadable

FOLD = 32
"""Files of rows that the ledger reads at most; one more and they become one."""

_TYPES = {
    "op": pa.string(),
    "table": pa.string(),
    "source": pa.string(),
    "key": pa.string(),
    "at": pa.timestamp("us"),
    "hashing": pa.string(),
    "digest": pa.string(),
    "amount": pa.decimal128(38, 6),
    "currency": pa.string(),
    "grain": pa.string(),
    "columns": pa.list_(pa.string()),
    "files": pa.list_(pa.string()),
    "tables": pa.string(),
    "head": pa.string(),
    "previous": pa.string(),
}
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.int64())) for name in Entry.__dataclass_fields__])


@dataclass(frozen=True)
class Ledger:
    """The ledger as it stood at one commit. `number` is that of the commit, None before the first."""

    number: int | None
    entries: tuple[Entry, ...] = ()
    state: DeltaState | None = None


def opened(folder: Path) -> Ledger:
    """The newest ledger of a store. Raises Unreadable where its newest entry is empty, cut or lacks its rows."""
    log = DeltaLog(folder / "ledger")
    number = log.newest()
    if not number:
        return Ledger(None)  # not made yet, or made and nothing acknowledged
    if not any("add" in action for action in log.actions(number)):
        raise Unreadable(log.place(number))
    state = log.at(number)
    return Ledger(number, tuple(_entries(log.folder, state.files)), state)


def appended(folder: Path, ledger: Ledger, entries: Iterable[Entry]) -> None:
    """Acknowledge: the rows are on the disk when this returns. Raises Conflict where somebody was first."""
    log = DeltaLog(folder / "ledger")
    state = ledger.state or _made(log)
    previous = log.digest(state.number)
    rows = [replace(entry, previous=previous) for entry in entries]
    old = state.files if len(state.files) >= FOLD else frozenset()
    number = state.commit([_written(folder, [*ledger.entries, *rows] if old else rows)], old)
    seal(folder, number)


def _made(log: DeltaLog) -> DeltaState:
    if log.newest() is None:
        log.create(SCHEMA, (), "ledger", "One row for every import, undo and compaction of this fact store.")
    return log.at(0)


def _written(folder: Path, entries: list[Entry]) -> DataFile:
    table = pa.Table.from_pylist([_row(entry) for entry in entries], SCHEMA)
    with scratch(folder) as work:
        path = Path(work) / "rows"
        pq.write_table(table, path, compression="zstd")
        place = settle(path, folder / "ledger")
    sync(folder / "ledger")
    return DataFile(place.name, place.stat().st_size, table.num_rows)


def _row(entry: Entry) -> dict[str, Any]:
    return asdict(entry) | {"tables": json.dumps(entry.tables, sort_keys=True)}


def _entries(folder: Path, files: Iterable[DataFile]) -> list[Entry]:
    try:
        rows = [row for file in files for row in pq.ParquetFile(folder / file.path).read().to_pylist()]
    except (OSError, pa.ArrowException) as problem:
        raise Unreadable(str(problem).splitlines()[0]) from None
    return sorted((_entry(row) for row in rows), key=lambda entry: (entry.version, entry.batch or 0))


def _entry(row: dict[str, Any]) -> Entry:
    known = {name: row[name] for name in Entry.__dataclass_fields__ if name in row}
    tables = {name: Named(*named) for name, named in json.loads(row["tables"]).items()}
    return Entry(**known | {"tables": tables, "columns": tuple(row["columns"]), "files": tuple(row["files"])})
