"""The files of a sample: written beside their places and moved there together at the end."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from vitalfew.errors import Refusal
from vitalfew.languages import say

Columns = Mapping[str, Sequence[str]]


class Sheets:
    """Files of a folder, one per table; rows are added in blocks. After an error they are as they were before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._writers: dict[str, Any] = {}
        self._names: list[str] = []

    def __enter__(self) -> Sheets:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(self._folder, error) from None
        return self

    def add(self, table: str, columns: Columns) -> None:
        """Write rows, given column by column; the first block decides the headers."""
        if table not in self._writers:
            self._writers[table] = csv.writer(self._begin(f"{table}.csv"), lineterminator="\r\n")
            self._writers[table].writerow(columns)
        self._writers[table].writerows(zip(*columns.values(), strict=True))

    def note(self, name: str, text: str) -> None:
        """Write a text for people."""
        self._begin(name).write(text.replace("\n", "\r\n"))

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

    def _begin(self, name: str) -> IO[str]:
        half = self._open.enter_context(_half(self._folder / name).open("w", encoding="utf-8-sig", newline=""))
        self._names.append(name)
        return half


def _half(path: Path) -> Path:
    return path.with_name(f".{path.name}.half")


def _refused(folder: Path, error: OSError) -> Refusal:
    return Refusal(
        say("the sample cannot be written: {reason}.", reason=error.strerror or type(error).__name__),
        where=str(folder),
        remedy=say("Name a folder that can be written to."),
    )
