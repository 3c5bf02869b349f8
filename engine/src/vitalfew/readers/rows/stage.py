"""Typed rows put down batch by batch in an Arrow file that can be mapped: they never stand in memory as a whole."""

import mmap
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.pairs import Prints, fingerprints

Number = TypeVar("Number", np.int64, np.uint64)


@dataclass(frozen=True, slots=True)
class Staged:
    """Typed rows, the lines they begin on, and their fingerprints."""

    rows: pa.Table
    lines: Lines
    prints: Prints


class Stage:
    """Takes batches of one schema with the lines their rows begin on; without a path they stay in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._batches: list[pa.RecordBatch] = []
        self._lines: list[Lines] = []
        self._prints: list[Prints] = []
        self._schema: pa.Schema | None = None
        self._file: _File | None = None
        self._whole: pa.Table | None = None
        self.let_go: Callable[[], None] = _nothing
        """Gives back the memory of mapped rows that were looked at; they are mapped again where they are needed."""

    def put(self, batch: pa.RecordBatch, lines: Lines) -> None:
        """Put one more batch down. Batches may come in any order, the lines of each ascend."""
        self._schema = batch.schema
        if not len(batch):
            return
        self._lines.append(lines)
        self._prints.append(fingerprints(batch))
        if self._path is None:
            self._batches.append(batch)
            return
        self._file = self._file or _File(self._path, batch.schema)
        self._file.write(batch)

    def taken(self, empty: pa.Schema) -> Staged:
        """All rows in the order of the source, once; `empty` is their schema where nothing was put down."""
        if self._path and self._file:
            self._file.close()
            rows, self.let_go = _map(self._path)
            self._batches = rows.to_batches()
        order = sorted(range(len(self._lines)), key=lambda place: int(self._lines[place][0]))
        rows = pa.Table.from_batches([self._batches[place] for place in order], self._schema or empty)
        self._whole = rows if order == sorted(order) else None
        return Staged(rows, _joined(self._lines, order, np.int64), _joined(self._prints, order, np.uint64))

    def left(self, rows: pa.Table) -> pa.Table:
        """The rows that are left in the end; where there is a file, it holds these and no others from now on."""
        if self._path is None or (rows is self._whole and self._file):
            return rows
        other = self._path.with_suffix(".left")
        file = _File(other, rows.schema)
        for batch in rows.to_batches():
            file.write(batch)
        file.close()
        other.replace(self._path)
        return mapped(self._path)


def _joined(parts: list[npt.NDArray[Number]], order: list[int], kind: type[Number]) -> npt.NDArray[Number]:
    """One array of all parts, which are let go."""
    whole = np.concatenate([np.empty(0, kind), *(parts[place] for place in order)])
    parts.clear()
    return whole


class _File:
    """An Arrow file while it is written."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._sink = pa.OSFile(str(path), "wb")
        self._writer = pa.ipc.new_file(self._sink, schema)
        self.write = self._writer.write_batch

    def close(self) -> None:
        self._writer.close()
        self._sink.close()


def mapped(path: Path, *, check: bool = False) -> pa.Table:
    """The rows of an Arrow file, mapped. With `check` all of it is looked at, because a stranger may have written it.

    Raises pa.ArrowInvalid where the file is not what it should be.
    """
    rows, let_go = _map(path)
    for batch in rows.to_batches() if check else ():
        batch.validate(full=True)
        let_go()
    return rows


def _map(path: Path) -> tuple[pa.Table, Callable[[], None]]:
    with path.open("rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    advice = getattr(mmap, "MADV_DONTNEED", None)
    return pa.ipc.open_file(pa.py_buffer(memory)).read_all(), partial(memory.madvise, advice) if advice else _nothing


def _nothing() -> None:
    """Where the system takes no advice it lets go by itself."""
