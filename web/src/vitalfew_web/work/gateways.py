"""Where contents of files lie: a folder of their own that no server shows, each under a random name."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings


def folder() -> Path:
    """The folder of all files."""
    return Path(settings.DATA) / "files"


def path_of(place: str) -> Path:
    """Where a content lies; names are spread over folders."""
    return folder() / place[:2] / place


def keep(content: bytes) -> str:
    """Write a content whole or not at all; gives its place."""
    place = secrets.token_hex(16)
    path = path_of(place)
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_suffix(".part")
    with passing.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path)
    return place


def content_of(place: str) -> bytes:
    """A content; the largest that is taken has room in memory. Raises FileNotFoundError."""
    return path_of(place).read_bytes()


def drop(place: str) -> None:
    """Take a content away; one that is gone already is no fault."""
    path_of(place).unlink(missing_ok=True)


def lying_since(before: datetime) -> Iterator[str]:
    """The places of contents, whole or not, that were written before a moment."""
    return (path.name for path in _written_before(folder().glob("*/*"), before))


def _written_before(paths: Iterable[Path], moment: datetime) -> Iterator[Path]:
    return (path for path in paths if path.stat().st_mtime < moment.timestamp())


# Files of lists that were taken out: apart from what people hang on objects, and each for a day.


def exports() -> Path:
    """The folder of them."""
    return Path(settings.DATA) / "exports"


@dataclass(frozen=True)
class Draft:
    """A file that is being written, in a folder of its own with all that is needed on the way."""

    place: str

    @property
    def folder(self) -> Path:
        """Where it is written."""
        return exports() / f"{self.place}.part"

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / "file"

    def written(self) -> int:
        """Bytes that lie there so far."""
        return sum(path.stat().st_size for path in self.folder.iterdir())


@contextmanager
def new_export() -> Iterator[Draft]:
    """A file to be written: whole in its place at the end, or nothing left of it."""
    draft = Draft(secrets.token_hex(16))
    draft.folder.mkdir(parents=True)
    try:
        yield draft
        draft.path.replace(exports() / draft.place)
    finally:
        shutil.rmtree(draft.folder, ignore_errors=True)


def open_export(place: str) -> BinaryIO:
    """The file of an export. Raises FileNotFoundError, also where it is not whole yet."""
    if not place:
        raise FileNotFoundError
    return (exports() / place).open("rb")


def drop_export(place: str) -> None:
    """Take a file away, whole or not; one that is gone already is no fault."""
    if place:
        (exports() / place).unlink(missing_ok=True)
        shutil.rmtree(exports() / f"{place}.part", ignore_errors=True)


def exports_since(before: datetime) -> Iterator[str]:
    """The places of files, whole or not, that were written before a moment."""
    return (path.stem for path in _written_before(exports().glob("*"), before))
