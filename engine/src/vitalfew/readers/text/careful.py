"""Records read by the strict reader of the standard library: slower, and never wrong about a quote."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import AnyStr

from vitalfew.errors import Refusal
from vitalfew.languages import say


@dataclass(frozen=True, slots=True)
class Rows:
    """Complete records with the physical line each begins on, and how many of the lines given they took."""

    rows: list[tuple[int, list[str]]]
    taken: int
    blanks: int


def read_rows(
    lines: Sequence[str], delimiter: str, first_line: int, where: str, *, width: int = 0, final: bool
) -> Rows:
    """Read records from physical lines (each with its line end), which begin where a record does.

    A record whose quotes are wrong within one line comes back as one cell, so that its row is rejected. A quote
    that runs over line ends and is not closed as it should be, or has swallowed whole rows of `width` cells, is
    refused, naming the line of its record. At the end of the lines an open quote waits for more, unless they are
    the `final` ones.
    """
    rows: list[tuple[int, list[str]]] = []
    blanks = begun = 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while begun < len(lines):
        try:
            cells = next(reader)
        except csv.Error as error:
            if not final and _unfinished(error):
                break
            if _unfinished(error) or reader.line_num > begun + 1:
                raise unclosed_quote(first_line + begun, where) from None
            cells = [lines[begun].rstrip("\n")]
        if swallows(lines[begun : reader.line_num], delimiter, width):
            raise unclosed_quote(first_line + begun, where)
        if cells:
            rows.append((first_line + begun, cells))
        else:
            blanks += 1
        begun = reader.line_num
    return Rows(rows, begun, blanks)


def swallows(lines: Sequence[AnyStr], delimiter: AnyStr, width: int) -> bool:
    """Whether a record over these lines holds three whole rows or more: then a quote was closed by another cell's."""
    inner = lines[1:-1]
    return width > 1 and len(inner) > 2 and all(line.count(delimiter) == width - 1 for line in inner)


def _unfinished(error: csv.Error) -> bool:
    return str(error) == "unexpected end of data"


def unclosed_quote(line: int, where: str) -> Refusal:
    """The same words for every reader that meets an open quote."""
    return Refusal(
        say("the quote opened on line {line} is not closed.", line=line),
        where=where,
        remedy=say("Close it, or write a quote inside a cell twice."),
    )
