"""The files of a sample: written beside their places and moved there together at the end."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.languages import say

Columns = Mapping[str, pa.Array]

LINE_END = "\r\n"
ROWS = 100_000
"""Rows whose text is held at a time."""


class Sheets:
    """Files of a folder, one per table; rows are added in blocks. After an error they are as they were before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._files: dict[str, IO[bytes]] = {}
        self._names: list[str] = []

    def __enter__(self) -> Sheets:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(self._folder, error) from None
        return self

    def add(self, table: str, columns: Columns) -> None:
        """Write rows, given column by column; the first block decides the headers."""
        rows = pa.table(dict(columns))
        if table not in self._files:
            self._files[table] = self._begin(f"{table}.csv")
            self._files[table].write(f"{','.join(columns)}{LINE_END}".encode())
        for block in rows.to_batches(ROWS):
            self._files[table].write(_text(block))

    def note(self, name: str, text: str) -> None:
        """Write a text for people."""
        self._begin(name).write(text.replace("\n", LINE_END).encode())

    @property
    def paths(self) -> list[Path]:
        """The files, in the order in which they were begun."""
        return [self._folder / name for name in self._names]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._open.close()
            if error is None:
                for path in self.paths:
                    _half(path).replace(path)
        except OSError as late:
            error = error or late
        for path in self.paths:
            _half(path).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _refused(self._folder, error) from None

    def _begin(self, name: str) -> IO[bytes]:
        half = self._open.enter_context(_half(self._folder / name).open("wb"))
        self._names.append(name)
        half.write(BOM_UTF8)
        return half


def _text(block: pa.RecordBatch) -> bytes:
    """Rows as RFC 4180 has them, quoted only where a cell needs it; Arrow's own writer quotes every text."""
    cells = [
        _quoted(column) if pa.types.is_string(column.type) else column.cast(pa.string()) for column in block.columns
    ]
    lines = pc.binary_join_element_wise(*cells, ",", null_handling="replace", null_replacement="")
    ended = pc.binary_join_element_wise(lines, "", LINE_END)
    joined = pc.binary_join(pa.ListArray.from_arrays([0, len(ended)], ended), "")
    return bytes(joined[0].as_buffer())


def _quoted(cells: pa.Array) -> pa.Array:
    needs = pc.match_substring_regex(cells, '[",\r\n]')
    if not pc.any(needs).as_py():
        return cells
    inside = pc.binary_join_element_wise('"', pc.replace_substring(cells, '"', '""'), '"', "")
    return pc.if_else(needs, inside, cells)


def _half(path: Path) -> Path:
    return path.with_name(f".{path.name}.half")


def _refused(folder: Path, error: OSError) -> Refusal:
    return Refusal(
        say("the sample cannot be written: {reason}.", reason=error.strerror or type(error).__name__),
        where=str(folder),
        remedy=say("Name a folder that can be written to."),
    )
