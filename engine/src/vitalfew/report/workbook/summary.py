"""The sheet that says it in words and figures, its charts beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from vitalfew.languages import say
from vitalfew.report.page_model import Key, Section, Table
from vitalfew.report.workbook.book import MUTED, Book, number_format, plain, write_cell
from vitalfew.report.workbook.charts import Drawings
from vitalfew.report.workbook.overview import Overview

WIDTHS = (30, 14, 16, 16, 14, 16, 12)
LINE_OF_TEXT = 105
"""Letters that the columns together are wide."""
LINE_HEIGHT = 15
CHARTS_AT = len(WIDTHS) + 1


class Summary:
    """The sheet, written from top to bottom."""

    def __init__(self, book: Book, drawings: Drawings) -> None:
        self.book = book
        self.drawings = drawings
        self.sheet = book.sheet(say("summary"))
        self.row = 0

    def write(self, overview: Overview) -> None:
        """Title, sentences, key figures, then every section with its chart beside it."""
        self._prepare()
        self._text(overview.title, bold=True, font_size=15)
        self._text(overview.subtitle, font_color=MUTED)
        for sentence in overview.sentences:
            self._text(sentence, text_wrap=True, valign="top")
        self._keys(overview.keys)
        for section in overview.sections:
            self._section(section)
        self.drawings.place(self.sheet, CHARTS_AT, overview.sections)

    def _prepare(self) -> None:
        for place, width in enumerate(WIDTHS):
            self.sheet.set_column(place, place, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)

    def _text(self, text: str, **looks: Any) -> None:
        """A text over the whole width, as many lines high as it needs."""
        if not text:
            return
        lines = -(-sum(map(_width, text)) // LINE_OF_TEXT)
        if lines > 1:
            self.sheet.set_row(self.row, LINE_HEIGHT * lines)
        look = self.book.style(**looks)
        self.sheet.merge_range(self.row, 0, self.row, len(WIDTHS) - 1, "", look)
        self.sheet.write_string(self.row, 0, text, look)
        self.row += 1

    def _keys(self, keys: Sequence[Key]) -> None:
        if keys:
            self.row += 1
        for key in keys:
            self.sheet.write_string(self.row, 0, plain(key.label))
            write_cell(
                self.sheet, self.row, 1, key.value, self.book.style(bold=True, num_format=number_format(key.kind))
            )
            self.sheet.write_string(self.row, 2, key.remark, self.book.style(font_color=MUTED))
            self.row += 1

    def _section(self, section: Section) -> None:
        self.row += 1
        self._text(section.title, bold=True, font_size=12)
        self._text(section.sentence, text_wrap=True, valign="top")
        self._table(section.table)

    def _table(self, table: Table) -> None:
        for place, column in enumerate(table.columns):
            self.sheet.write_string(self.row, place, column.name, self.book.head)
        kinds = [column.kind for column in table.columns]
        total = () if table.total is None else (table.total,)
        for cells in (*table.rows, *total):
            self.row += 1
            bold = {"bold": True} if cells is table.total else {}
            for place, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
                look = self.book.style(**bold, num_format=number_format(kind))
                write_cell(self.sheet, self.row, place, plain(cell), look)
        self.row += 1


def _width(letter: str) -> int:
    """Han letters are twice as wide as others."""
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
