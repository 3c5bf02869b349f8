"""Where contents of files lie: a folder of their own that no server shows, each under a random name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

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
    for path in folder().glob("*/*"):
        if path.stat().st_mtime < before.timestamp():
            yield path.name
