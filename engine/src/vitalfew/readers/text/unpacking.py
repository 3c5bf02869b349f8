"""The bytes of a file, block by block; gzip and xz are unpacked within limits."""

import gzip
import lzma
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

PACKED = {"gzip": b"\x1f\x8b", "xz": b"\xfd7zXZ\0"}
"""Way of packing → the first bytes. gzip is known by them alone; xz also has to bear its ending, `.xz`."""

MAX_BYTES = 500_000_000
MAX_RATIO = 100
"""Limits of what a packed file may unpack to (safety.md, decision 10): bytes in all, and bytes for each packed one."""

_HARMLESS = 1 << 20
"""Below this size no ratio is dangerous, and small files of equal lines reach high ones."""


def blocks_of(path: Path) -> Generator[bytes, None, None]:
    """The content of a file, unpacked where it is gzip. Refused: what cannot be read."""
    try:
        way = packing(path)
        with path.open("rb") as file:
            yield from _unpacked(file, way, shown(path)) if way else iter(lambda: file.read(BLOCK), b"")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal(
            say("the file cannot be read: {reason}.", reason=reason),
            where=shown(path),
            remedy=say("Check its name and the rights on it."),
        ) from error


def packing(path: Path) -> str | None:
    """How a file is packed; None where it is not."""
    with path.open("rb") as file:
        head = file.read(6)
    way = next((way for way, mark in PACKED.items() if head.startswith(mark)), None)
    return None if way == "xz" and path.suffix.lower() != ".xz" else way


def _unpacked(file: IO[bytes], way: str, where: str) -> Generator[bytes, None, None]:
    allowed = min(MAX_BYTES, max(_HARMLESS, MAX_RATIO * os.fstat(file.fileno()).st_size))
    size = 0
    try:
        with gzip.GzipFile(fileobj=file) if way == "gzip" else lzma.LZMAFile(file) as content:
            while block := content.read(BLOCK):
                size += len(block)
                if size > allowed:
                    raise _too_large(where)
                yield block
    except EOFError as error:
        raise _damaged(where, say("the packed file is truncated.")) from error
    except (gzip.BadGzipFile, zlib.error, lzma.LZMAError) as error:
        raise _damaged(where, say("the packed file is damaged.")) from error


def _too_large(where: str) -> Refusal:
    return Refusal(
        say("the packed file unpacks to more than {limit} MB or {ratio} times its size.", limit=500, ratio=MAX_RATIO),
        where=where,
        remedy=say("Unpack it yourself if you trust it, and name the unpacked file."),
    )


def _damaged(where: str, what: str) -> Refusal:
    return Refusal(what, where=where, remedy=say("Copy or export it again."))
