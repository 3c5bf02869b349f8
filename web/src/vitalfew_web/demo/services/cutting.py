"""A long file of orders as several that are taken in one after the other, so that memory does not grow with the company."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

LINES = 500_000
"""Lines of a piece: less than 100 MB once they are typed and mapped into memory."""

ORDER = 1
"""Place of the order's number in a line; nothing before it is quoted."""


def in_pieces(file: Path, lines: int = LINES) -> list[Path]:
    """The file itself where it is no longer than a piece; else pieces beside it, each with the head, and the file is gone.

    No order is in two of them: what came later of it would replace what came before.
    """
    with file.open("rb") as text:
        if sum(1 for _ in islice(text, lines + 2)) <= lines + 1:
            return [file]
        text.seek(0)
        head = next(text)
        pieces = [
            _written(file.with_name(f"{file.stem}-{place + 1}{file.suffix}"), head, (line for _, line in some))
            for place, some in groupby(_placed(text, lines), key=itemgetter(0))
        ]
    file.unlink()
    return pieces


def _placed(text: Iterator[bytes], lines: int) -> Iterator[tuple[int, bytes]]:
    """Each line with the place of its piece; a new piece begins with the first order after so many lines."""
    piece, held, last = 0, 0, b""
    for line in text:
        order = line.split(b",", ORDER + 1)[ORDER]
        if held >= lines and order != last:
            piece, held = piece + 1, 0
        held, last = held + 1, order
        yield piece, line


def _written(place: Path, head: bytes, lines: Iterator[bytes]) -> Path:
    with place.open("wb") as piece:
        piece.write(head)
        piece.writelines(lines)
    return place
