"""A long file of facts as several that are taken in one after the other, so that memory does not grow with the company."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

LINES = 500_000
"""Lines of a piece: less than 100 MB once they are typed and mapped into memory."""

KEYS = {"orders": 1}
"""Table → place in a line of what belongs together, the order's number; the first cell in others. None is quoted."""


def in_pieces(table: str, file: Path, lines: int = LINES) -> Iterator[Path]:
    """The file itself where it is no longer than a piece; else one piece after the other, each with the head.

    A piece is gone when the next is asked for. No key is in two of them: what came later of it would replace what came
    before.
    """
    with file.open("rb") as text:
        if sum(1 for _ in islice(text, lines + 2)) <= lines + 1:
            yield file
            return
        text.seek(0)
        head = next(text)
        for number, part in enumerate(_parts(text, lines, KEYS.get(table, 0)), 1):
            piece = file.with_name(f"{file.stem}-{number}{file.suffix}")
            piece.write_bytes(head + b"".join(part))
            yield piece
            piece.unlink()


def _parts(text: Iterator[bytes], lines: int, place: int) -> Iterator[list[bytes]]:
    """So many lines, and those after them that have the key of the last."""
    first = next(text, None)
    while first is not None:
        part = [first, *islice(text, lines - 1)]
        key, first = _cell(part[-1], place), None
        for line in text:
            if _cell(line, place) != key:
                first = line
                break
            part.append(line)
        yield part


def _cell(line: bytes, place: int) -> bytes:
    return line.split(b",", place + 1)[place]
