"""Lists as files: the columns of the list, all rows of it, and no cell that a spreadsheet would compute.

Neither kind of file is held in memory: the CSV is sent line by line, the workbook is written to a temporary file.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, TypeVar

import xlsxwriter
from django.http import FileResponse, Http404, StreamingHttpResponse
from xlsxwriter.exceptions import FileCreateError

from vitalfew_web.core.listing.columns import Column

M = TypeVar("M")

BLANKS = re.compile(r"^[\s\u200b\u2060\ufeff]+")
"""What may stand before a formula: spaces, and signs without width."""

SIGNS = tuple("=+-@＝＋－＠")
"""What a formula begins with, its full-width forms included."""


XLSX_ROWS = 1_048_575
"""Rows that a sheet has room for below its head."""


class TooLong(Exception):
    """A list has more rows than a sheet has room for."""


def as_file(
    columns: Sequence[Column[M]], rows: Iterable[M], kind: str, name: str
) -> StreamingHttpResponse | FileResponse:
    """A list as a file of this kind, csv or xlsx, to be saved under a name. Raises Http404 for any other kind."""
    if kind == "csv":
        found = StreamingHttpResponse(as_csv(columns, rows), content_type="text/csv; charset=utf-8")
        found["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return found
    if kind == "xlsx":
        return FileResponse(as_xlsx(columns, rows), as_attachment=True, filename=f"{name}.xlsx")
    raise Http404(kind)


def as_xlsx(columns: Sequence[Column[M]], rows: Iterable[M]) -> IO[bytes]:
    """A workbook in a temporary file that goes when it is closed. Texts are texts: nothing in it is computed.

    Raises TooLong where a sheet has no room for all rows; no file is cut short.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    try:
        with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
            _fill(book, columns, rows)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def write_file(path: Path, columns: Sequence[Column[M]], rows: Iterable[M], kind: str) -> None:
    """Write a list as a file of this kind; what is needed on the way lies beside it. Raises TooLong, OSError."""
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(as_csv(columns, rows))
        return
    try:
        with xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": path.parent}) as book:
            _fill(book, columns, rows)
    except FileCreateError as problem:
        raise OSError(*problem.args[0].args) from problem


def _fill(book: Any, columns: Sequence[Column[M]], rows: Iterable[M]) -> None:
    """One sheet: a head that stays in sight, and all rows."""
    sheet = book.add_worksheet()
    head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(columns) - 1, 18)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, str(column.label), head)
    last = 0
    for last, row in enumerate(rows, 1):
        if last > XLSX_ROWS:
            raise TooLong
        for place, column in enumerate(columns):
            _write(sheet, last, place, column.of(row), day)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write(sheet: Any, row: int, place: int, value: Any, day: Any) -> None:
    """One cell, of the type that the value has."""
    if isinstance(value, datetime):
        sheet.write_datetime(row, place, value.replace(tzinfo=None), day)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif value not in (None, ""):
        sheet.write_string(row, place, str(value))


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
