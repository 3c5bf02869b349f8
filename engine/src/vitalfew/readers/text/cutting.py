"""A stream of UTF-8 cut into pieces of whole records, each record with its physical line.

A newline ends a record where an even number of quotes stands before it. That holds as long as every quote
opens a cell, closes one or is doubled; a piece with any other quote goes to the strict reader instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.reading import Lines
from vitalfew.readers.text.careful import Rows, read_rows, swallows, unclosed_quote

RECORD = 1 << 20
"""Most bytes in one record."""

_NEWLINE, _QUOTE = 10, 34
_Places = npt.NDArray[np.int64]
_Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole records: their bytes and the line of each that is not blank, or, where quotes are odd, their rows."""

    data: bytes
    first_line: int
    lines: Lines
    quoted: bool
    blanks: int
    rows: list[tuple[int, list[str]]] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What records look like: their delimiter, the cells of the header, and the file's name for refusals."""

    delimiter: str
    width: int
    where: str


def pieces(chunks: Iterator[bytes], rules: Rules, first_line: int) -> Iterator[Piece]:
    """Cut the stream, whose first record begins on `first_line`; an open quote or an endless line is refused."""
    rest, line = b"", first_line
    for chunk in chain(chunks, (None,)):
        data = rest + (chunk or b"")
        if final := chunk is None:
            data += b"" if data.endswith(b"\n") or not data else b"\n"
        piece, taken, passed = _cut(data, rules, line, final=final)
        if piece is not None:
            yield piece
        line += passed
        rest = data[taken:]
        if len(rest) > RECORD:
            raise _endless(rest, line, rules.where)


def _cut(data: bytes, rules: Rules, line: int, *, final: bool) -> tuple[Piece | None, int, int]:
    """The whole records at the beginning of the data, and how many bytes and lines they take."""
    body = data[: data.rfind(b"\n") + 1]
    view = np.frombuffer(body, np.uint8)
    newlines = np.flatnonzero(view == _NEWLINE)
    quotes = np.flatnonzero(view == _QUOTE) if b'"' in body else np.empty(0, np.int64)
    if not _sound(view, quotes, ord(rules.delimiter)):
        return _carefully(body, rules, line, final=final)
    ends = newlines[np.searchsorted(quotes, newlines) % 2 == 0] if len(quotes) else newlines
    if final and len(quotes) % 2:
        raise unclosed_quote(line + int(np.searchsorted(newlines, quotes[-1])), rules.where)
    if not len(ends):
        return None, 0, 0
    starts = np.concatenate(([0], ends[:-1] + 1))
    lines = line + (np.searchsorted(newlines, starts) if len(quotes) else np.arange(len(starts)))
    _check_lengths(ends - starts, lines, rules.where)
    if len(newlines) > len(ends):
        spans = line + np.searchsorted(newlines, ends) - lines
        _check_spans(body, starts[spans > 3], ends[spans > 3], lines[spans > 3], rules)
    filled = ends > starts
    taken = int(ends[-1]) + 1
    blanks = len(starts) - int(filled.sum())
    piece = Piece(body[:taken], line, lines[filled] if blanks else lines, bool(len(quotes)), blanks)
    return piece, taken, int(np.searchsorted(newlines, taken))


def _sound(view: _Bytes, quotes: _Places, delimiter: int) -> bool:
    """Whether each quote, counted in turn, opens a cell, closes one or is doubled."""
    if not len(quotes):
        return True
    opening, closing = quotes[0::2], quotes[1::2]
    before = view[np.maximum(opening, 1) - 1]
    before[opening == 0] = _NEWLINE
    after = view[closing + 1]
    doubled = np.zeros(len(opening), np.bool_)
    doubled[1:] = opening[1:] == closing[: len(opening) - 1] + 1
    opens = (before == delimiter) | (before == _NEWLINE) | doubled
    closes = (after == delimiter) | (after == _NEWLINE) | (after == _QUOTE)
    return bool(opens.all() and closes.all())


def _carefully(body: bytes, rules: Rules, line: int, *, final: bool) -> tuple[Piece, int, int]:
    lines = body.decode().split("\n")[:-1]
    ended = [text + "\n" for text in lines]
    read: Rows = read_rows(ended, rules.delimiter, line, rules.where, width=rules.width, final=final)
    taken = sum(len(text.encode()) for text in ended[: read.taken])
    numbers: Lines = np.array([number for number, _ in read.rows], np.int64)
    return Piece(b"", line, numbers, True, read.blanks, read.rows), taken, read.taken


def _check_lengths(lengths: _Places, lines: _Places, where: str) -> None:
    longest = int(lengths.argmax())
    if lengths[longest] > RECORD:
        raise too_long(int(lines[longest]), where)


def _check_spans(body: bytes, starts: _Places, ends: _Places, lines: _Places, rules: Rules) -> None:
    """A quote that is closed by that of another cell, many rows later, must not take these rows with it."""
    for start, end, line in zip(starts, ends, lines, strict=True):
        if swallows(body[start:end].split(b"\n"), rules.delimiter.encode(), rules.width):
            raise unclosed_quote(int(line), rules.where)


def _endless(rest: bytes, line: int, where: str) -> Refusal:
    """What is wrong with a record that has no end within a megabyte: mostly a quote."""
    quote = rest.rfind(b'"') if rest.count(b'"') % 2 else -1
    if quote < 0:
        return too_long(line, where)
    return unclosed_quote(line + rest.count(b"\n", 0, quote), where)


def too_long(line: int, where: str) -> Refusal:
    """The same words for a first line that long."""
    return Refusal(
        say("the record on line {line} is longer than 1 MB.", line=line),
        where=where,
        remedy=say("Look for a quote that is not closed, or a line without its end."),
    )
