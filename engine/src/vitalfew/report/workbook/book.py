"""A workbook being written: its looks, and cells that are never formulas or links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from vitalfew.formulas import guard

WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook records when it was made; the same run must give the same bytes, so it is always this."""

LARGEST_EXACT = 10**15
"""A spreadsheet keeps fifteen digits; a longer number is written as text."""

FORMATS = {
    "count": "#,##0",
    "days": "#,##0",
    "money": "#,##0.00",
    "score": "#,##0.00",
    "share": "0.0%",
    "change": "+#,##0.00;-#,##0.00;0.00",
}
"""Kind of a cell → how a spreadsheet shows it; all others as they are."""

MUTED, LINE, TEAL, BLUE = "#5C6A7F", "#CBD5E1", "#0F5B5B", "#2F6FED"


class Book:
    """One workbook. Sheets are written row after row and not held in memory."""

    def __init__(self) -> None:
        self._content = BytesIO()  # a disk that fills up is met here, not inside a library that would leave a trace
        self.raw = xlsxwriter.Workbook(self._content, {"constant_memory": True, "strings_to_formulas": False})
        self.raw.set_properties({"created": WRITTEN})
        self.style = cache(self._style)

    def _style(self, **looks: Any) -> Any:
        return self.raw.add_format(looks)

    @property
    def head(self) -> Any:
        """The look of a header."""
        return self.style(bold=True, bottom=1, bottom_color=LINE)

    def sheet(self, title: str) -> Any:
        """A new sheet."""
        return self.raw.add_worksheet(title)

    def table(self, sheet: Any, header: Sequence[str], widths: Iterable[int], rows: int) -> None:
        """Make a sheet one table from its first cell on: header, widths, frozen head and first column, filters."""
        for place, (name, width) in enumerate(zip(header, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, name, self.head)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, rows, len(header) - 1)

    def content(self) -> bytes:
        """The finished file. A disk too full for its parts is an OSError."""
        try:
            self.raw.close()
        except FileCreateError as problem:
            raise OSError(str(problem)) from problem
        return self._content.getvalue()


def write_cell(sheet: Any, row: int, column: int, cell: Any, look: Any) -> None:
    """One cell by its type; missing is empty, a number too long for a spreadsheet is text."""
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, look)
    elif abs(cell) < LARGEST_EXACT:
        sheet.write_number(row, column, float(cell), look)
    else:
        sheet.write_string(row, column, str(cell), look)


def number_format(kind: str) -> str:
    """How a spreadsheet shows a cell of a kind."""
    return FORMATS.get(kind, "General")


def plain(cell: Any) -> Any:
    """A cell of the report as it may stand in a spreadsheet: a customer by its name or id, text inert."""
    text = (cell[1] or cell[0]) if isinstance(cell, tuple) else cell
    return guard(text) if isinstance(text, str) else text
