"""Delta tables on the disk: the only module that calls deltalake.

deltalake syncs nothing, takes a stale append for a good one unless told otherwise, and deletes log entries after a
month: here every commit is compared, swapped and synced, and nothing expires.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from vitalfew.store.durable import digest_of, sync
from vitalfew.store.extra import extra

if TYPE_CHECKING:
    from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties

PARTS = ("file_kind", "file_batch")
"""Partition columns of a fact table: what a file holds, and of which import (none: of several, folded)."""

EXACT = "vitalfew.exact"
"""Commits whose files of lines are the rows that count and no others carry this key."""

_CENTURY = "interval 36500 days"
_CONFIGURATION = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": _CENTURY,
    "delta.deletedFileRetentionDuration": _CENTURY,
}
_ENTRY = re.compile(r"\d{20}\.json")


class Conflict(Exception):
    """Somebody else committed in between: what was worked out is stale."""


class Unreadable(Exception):
    """A log entry, checkpoint or the table itself cannot be read."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a table's state. `batch` is the import that wrote it, None or 0 for folded rows (see `files.py`)."""

    path: str
    size: int
    rows: int
    kind: str = ""
    batch: int | None = None

    @property
    def parts(self) -> dict[str, str | None]:
        """The values of the partition columns."""
        return {"file_kind": self.kind, "file_batch": None if self.batch is None else str(self.batch)}


def actions_in(entry: bytes) -> list[dict[str, Any]]:
    """What the bytes of a log entry say; nothing where they are empty or cut."""
    try:
        actions = [json.loads(line) for line in entry.splitlines()]
    except ValueError:
        return []
    return actions if all(isinstance(action, dict) for action in actions) else []


class DeltaLog:
    """One Delta table: its log of numbered entries and the files that each of them leaves valid."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "_delta_log"

    def newest(self) -> int | None:
        """The number of the newest entry, None where there is no table."""
        numbers = self.numbers()
        return numbers[-1] if numbers else None

    def numbers(self) -> list[int]:
        """The numbers of all entries, in order."""
        if not self.log.is_dir():
            return []
        return sorted(int(path.stem) for path in self.log.iterdir() if _ENTRY.fullmatch(path.name))

    def entry(self, number: int) -> Path:
        """The file of a log entry."""
        return self.log / f"{number:020d}.json"

    def place(self, number: int) -> str:
        """Where an entry lies in the store, for people."""
        return self.entry(number).relative_to(self.folder.parent).as_posix()

    def digest(self, number: int) -> str:
        """The sha256 of a log entry."""
        return digest_of(self.entry(number))

    def actions(self, number: int) -> list[dict[str, Any]]:
        """What a log entry says. Raises Unreadable where it is empty or cut."""
        actions = actions_in(self.entry(number).read_bytes())
        if not actions:
            raise Unreadable(self.place(number))
        return actions

    def create(self, columns: pa.Schema, parts: tuple[str, ...], name: str, description: str) -> int:
        """Make the table, empty."""
        deltalake, transaction = extra("deltalake"), extra("deltalake.transaction")
        self.folder.mkdir(parents=True, exist_ok=True)
        with _the_disk():
            transaction.create_table_with_add_actions(
                str(self.folder),
                deltalake.Schema.from_arrow(columns),
                [],
                partition_by=list(parts),
                name=name,
                description=description,
                configuration=_CONFIGURATION,
                commit_properties=_once({}),
                post_commithook_properties=_no_hooks(),
            )
        self.sync(0)
        sync(self.folder)
        sync(self.folder.parent)
        return 0

    def at(self, number: int) -> DeltaState:
        """The table as an entry left it. The newest entry is looked at first: deltalake takes an empty one for good."""
        if not self.entry(number).is_file():
            raise Unreadable(self.place(number))
        self.actions(number)
        deltalake, exceptions = extra("deltalake"), extra("deltalake.exceptions")
        try:
            return DeltaState(self, number, deltalake.DeltaTable(str(self.folder), version=number))
        except (exceptions.DeltaError, OSError, ValueError) as problem:
            raise Unreadable(str(problem).splitlines()[0]) from None

    def sync(self, number: int) -> None:
        """Bring an entry and its name to the disk, whoever wrote it."""
        sync(self.entry(number))
        sync(self.log)

    def checkpoint(self, number: int) -> None:
        """Sum the log up to an entry, so that the table opens fast. All entries are kept; without room it is left out."""
        try:
            with _the_disk():
                extra("deltalake").DeltaTable(str(self.folder), version=number).create_checkpoint()
            for path in self.checkpoints():
                sync(path)
            sync(self.log)
        except OSError:
            for name in (f"{number:020d}.checkpoint.parquet", "_last_checkpoint"):
                (self.log / name).unlink(missing_ok=True)

    def checkpoints(self) -> list[Path]:
        """The files that sum the log up; without them the entries tell the same."""
        return sorted([*self.log.glob("*.checkpoint*.parquet"), *self.log.glob("_last_checkpoint")])


class DeltaState:
    """A table as one entry of its log left it."""

    def __init__(self, log: DeltaLog, number: int, table: DeltaTable) -> None:
        self.log = log
        self.number = number
        self._table = table

    @cached_property
    def files(self) -> frozenset[DataFile]:
        """Its valid files."""
        listed = pa.table(self._table.get_add_actions(flatten=True))
        kinds = _column(listed, "partition.file_kind")
        batches = _column(listed, "partition.file_batch")
        counted = _column(listed, "num_records")
        rows = zip(listed["path"].to_pylist(), listed["size_bytes"].to_pylist(), counted, kinds, batches, strict=True)
        return frozenset(DataFile(path, size, n or 0, kind or "", batch) for path, size, n, kind, batch in rows)

    @cached_property
    def columns(self) -> pa.Schema:
        """Its columns, those of the partition among them."""
        return pa.schema(self._table.schema().to_arrow())

    def widened(self, columns: Iterable[str]) -> DeltaState:
        """The table with further columns of text."""
        schema = extra("deltalake.schema")
        fields = [schema.Field(name, schema.PrimitiveType("string")) for name in columns]
        if not fields:
            return self
        self._commit(lambda: self._table.alter.add_columns(fields, commit_properties=_once({})))
        return self.log.at(self.number + 1)

    def commit(self, adds: Iterable[DataFile], removes: Iterable[DataFile], *, exact: bool = False) -> int:
        """Add and remove files in the next entry, on the disk when this returns. Raises Conflict if it is there."""
        transaction, folder = extra("deltalake.transaction"), self.log.folder
        actions: list[Any] = [
            transaction.AddAction(
                f.path, f.size, _parts(f), _changed(folder / f.path), True, json.dumps({"numRecords": f.rows})
            )
            for f in sorted(adds, key=_path)
        ]
        actions += [
            transaction.RemoveAction(f.path, True, _changed(folder / f.path), f.size, _parts(f))
            for f in sorted(removes, key=_path)
        ]
        parts = list(self._table.metadata().partition_columns)
        self._commit(
            lambda: self._table.create_write_transaction(
                actions,
                "append",
                self._table.schema(),
                partition_by=parts,
                commit_properties=_once({EXACT: "true"} if exact else {}),
                post_commithook_properties=_no_hooks(),
            )
        )
        return self.number + 1

    def _commit(self, write: Callable[[], object]) -> None:
        """The entry before is brought to the disk first: whoever wrote it may have died before doing so."""
        self.log.sync(self.number)
        try:
            with _the_disk():
                write()
        except OSError:
            if self.log.entry(self.number + 1).exists():
                raise Conflict from None
            raise
        self.log.sync(self.number + 1)


def make_plain(folder: Path, columns: pa.Schema, files: Iterable[DataFile], name: str, description: str) -> None:
    """Lay a table down whose files say all there is to say."""
    log = DeltaLog(folder)
    log.at(log.create(columns, (), name, description)).commit(files, (), exact=True)


def head_digest(paths: Mapping[str, Iterable[str]], live: Iterable[int]) -> str:
    """What a version is made of, in one number: its files, each named by its content, and its live batches."""
    lines = [f"{table}/{path}" for table in sorted(paths) for path in sorted(paths[table])]
    lines += [f"batch {batch}" for batch in sorted(live)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@contextmanager
def _the_disk() -> Iterator[None]:
    """Whatever deltalake cannot do, a disk or its folder is why."""
    exceptions = extra("deltalake.exceptions")
    try:
        yield
    except exceptions.DeltaError as problem:
        raise OSError(str(problem).splitlines()[0]) from None


def _path(file: DataFile) -> str:
    return file.path


def _parts(file: DataFile) -> dict[str, str | None]:
    return file.parts if file.kind else {}


def _changed(path: Path) -> int:
    """When a file was written, in milliseconds."""
    return path.stat().st_mtime_ns // 1_000_000


def _column(listed: pa.Table, name: str) -> list[Any]:
    if name not in listed.column_names:
        return [None] * listed.num_rows
    values: list[Any] = listed[name].to_pylist()
    return values


def _once(metadata: Mapping[str, str]) -> CommitProperties:
    """With retries a stale append would be accepted, and who wins an order worked out from an old state."""
    return extra("deltalake").CommitProperties(custom_metadata=dict(metadata), max_commit_retries=0)  # type: ignore[no-any-return]


def _no_hooks() -> PostCommitHookProperties:
    """No checkpoint and no cleaning behind our back: neither would be synced."""
    return extra("deltalake").PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)  # type: ignore[no-any-return]
