"""The bytes of a file, block by block; gzip is unpacked within limits."""

import gzip
import os
import zlib
from collections.abc import Generator
from pathlib import Path
from typing import IO

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.places import shown

BLOCK = 4 << 20
"""Bytes in one block."""

GZIP = b"\x1f\x8b"

MAX_BYTES = 500_000_000
MAX_RATIO = 100
"""Limits of what gzip may unpack to (safety.md, decision 10): bytes in all, and bytes for each packed one."""

_HARMLESS = 1 << 20
"""Below this size no ratio is dangerous, and small files of equal lines reach high ones."""


def blocks_of(path: Path) -> Generator[bytes, None, None]:
    """The content of a file, unpacked where it is gzip. Refused: what cannot be read."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
            file.seek(0)
            yield from _unpacked(file, shown(path)) if packed else iter(lambda: file.read(BLOCK), b"")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal(
            say("the file cannot be read: {reason}.", reason=reason),
            where=shown(path),
            remedy=say("Check its name and the rights on it."),
        ) from error


def _unpacked(file: IO[bytes], where: str) -> Generator[bytes, None, None]:
    allowed = min(MAX_BYTES, max(_HARMLESS, MAX_RATIO * os.fstat(file.fileno()).st_size))
    size = 0
    try:
        with gzip.GzipFile(fileobj=file) as content:
            while block := content.read(BLOCK):
                size += len(block)
                if size > allowed:
                    raise _too_large(where)
                yield block
    except EOFError as error:
        raise _damaged(where, say("the gzip file is truncated.")) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise _damaged(where, say("the gzip file is damaged.")) from error


def _too_large(where: str) -> Refusal:
    return Refusal(
        say("the gzip file unpacks to more than {limit} MB or {ratio} times its size.", limit=500, ratio=MAX_RATIO),
        where=where,
        remedy=say("Unpack it yourself if you trust it, and name the unpacked file."),
    )


def _damaged(where: str, what: str) -> Refusal:
    return Refusal(what, where=where, remedy=say("Copy or export it again."))
