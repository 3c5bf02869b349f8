"""Lists as files: the columns of the list, all rows of it, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from vitalfew_web.core.listing.columns import Column

M = TypeVar("M")

BLANKS = re.compile(r"^[\s\u200b\u2060\ufeff]+")
"""What may stand before a formula: spaces, and signs without width."""

SIGNS = tuple("=+-@＝＋－＠")
"""What a formula begins with, its full-width forms included."""


def as_csv(columns: Sequence[Column[M]], rows: Iterable[M]) -> Iterator[str]:
    """The lines of a CSV file; a byte order mark first, so that spreadsheets see that it is UTF-8."""
    line = csv.writer(_Echo())
    yield "\ufeff" + line.writerow([without_formulas(str(column.label)) for column in columns])
    for row in rows:
        yield line.writerow([_as_text(column.of(row)) for column in columns])


def without_formulas(text: str) -> str:
    """A text as a cell of a CSV file that no spreadsheet takes for a formula, whatever blanks it begins with."""
    bare = BLANKS.sub("", text, count=1)
    return f"'{text}" if text[:1] in tuple("\t\r\n") or bare.startswith(SIGNS) else text


def _as_text(value: Any) -> str:
    """A value in a CSV file; numbers stay numbers, days are written as machines read them."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value) if isinstance(value, int | float) else without_formulas(str(value))


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text
