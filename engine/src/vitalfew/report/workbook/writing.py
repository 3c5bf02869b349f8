"""All sheets of a workbook, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.report.cells import Listed
from vitalfew.report.movers import WIDTHS, Row
from vitalfew.report.workbook.book import Book, number_format, write_cell
from vitalfew.report.workbook.charts import Drawings
from vitalfew.report.workbook.listing import NARROWEST, write_table
from vitalfew.report.workbook.overview import Overview, overview_without_facts
from vitalfew.report.workbook.summary import Summary
from vitalfew.report.workbook.terms import Term
from vitalfew.run import Result

MOST_ROWS = 1_048_576


def write_workbook(result: Result, path: Path, overview: Overview | None = None) -> None:
    """The rows of OUT as a workbook, and beside them what a reader asks first.

    The list is the first sheet: that is where readers of our own look for it. Text is written as text, never as a
    formula or link; missing is empty. More customers than a sheet has rows are refused.
    """
    known = overview or overview_without_facts(result)
    book = Book()
    _write_list(book, result.rows)
    drawings = Drawings(book)
    Summary(book, drawings).write(known)
    if known.abc is not None:
        write_table(book, say("ABC table"), known.abc)
    if known.movers is not None:
        _write_movers(book, known.movers)
    _write_terms(book, known.terms)
    drawings.write()
    path.write_bytes(book.content())


def write_list(result: Listed, path: Path) -> None:
    """The rows as a workbook of one sheet."""
    book = Book()
    _write_list(book, result.rows)
    path.write_bytes(book.content())


def _write_list(book: Book, rows: pa.Table) -> None:
    if rows.num_rows >= MOST_ROWS:
        raise Refusal(
            say("{n} customers do not fit on a sheet of {most} rows.", n=rows.num_rows, most=MOST_ROWS),
            remedy=say("Take .csv or .parquet."),
        )
    write_table(book, say("list"), rows)


def _write_movers(book: Book, rows: Sequence[Row]) -> None:
    """Who has another grade than the day before; their texts are inert already."""
    header, *cells = rows
    names = [str(name) for name in header]
    sheet = book.sheet(say("movers"))
    book.table(sheet, names, (WIDTHS.get(name, max(NARROWEST, len(name) + 2)) for name in names), len(cells))
    look = book.style(num_format=number_format("money"))
    for row, record in enumerate(cells, start=1):
        for place, cell in enumerate(record):
            write_cell(sheet, row, place, cell, look)


def _write_terms(book: Book, terms: Sequence[Term]) -> None:
    sheet = book.sheet(say("definitions"))
    book.table(sheet, (say("Term"), say("Name"), say("Meaning")), (28, 28, 110), len(terms))
    wrapped = book.style(text_wrap=True, valign="top")
    for row, term in enumerate(terms, start=1):
        for place, text in enumerate(term):
            sheet.write_string(row, place, text, wrapped)
