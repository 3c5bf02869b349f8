"""XLSX: the list and, where the scheme shares out a value, the ABC table; number formats, frozen header, filters."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.report.abc_table import abc_table
from vitalfew.report.cells import neutral
from vitalfew.run import Result

WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook records when it was made; the same run must give the same bytes, so it is always this."""

MOST_ROWS = 1_048_576
LARGEST_EXACT = 10**15
"""A spreadsheet keeps fifteen digits; a longer number is written as text."""


def write_workbook(result: Result, path: Path) -> None:
    """The rows of OUT as a workbook. Text is written as text, never as formula or link; missing is empty."""
    rows = neutral(result.rows)
    if rows.num_rows >= MOST_ROWS:
        raise Refusal(
            say("{n} customers do not fit on a sheet of {most} rows.", n=rows.num_rows, most=MOST_ROWS),
            remedy=say("Take .csv or .parquet."),
        )
    content = BytesIO()  # a disk that fills up is met here, not inside a library that would leave a trace
    book = xlsxwriter.Workbook(content, {"constant_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": WRITTEN})
    _write_sheet(book, result.scheme.scheme[:31], rows)
    table = abc_table(result)
    if table is not None:
        _write_sheet(book, "ABC table", neutral(table))
    try:
        book.close()
    except FileCreateError as problem:
        raise OSError(str(problem)) from problem
    path.write_bytes(content.getbuffer())


def _write_sheet(book: Any, title: str, rows: pa.Table) -> None:
    """One table as a sheet, with a frozen header, filters and number formats."""
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = [book.add_format({"num_format": _number_format(field.type)}) for field in rows.schema]
    for place, field in enumerate(rows.schema):
        sheet.set_column(place, place, max(10, len(field.name) + 2))
        sheet.write_string(0, place, field.name, bold)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows.num_rows, rows.num_columns - 1)
    for number, record in enumerate(_records(rows), start=1):
        for place, cell in enumerate(record):
            _write_cell(sheet, number, place, cell, formats[place])


def _records(rows: pa.Table) -> Any:
    return zip(*(column.to_pylist() for column in rows.columns), strict=True)


def _number_format(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return "#,##0" + ("." + "0" * kind.scale if kind.scale else "")
    return {"date32[day]": "yyyy-mm-dd", "int64": "#,##0"}.get(str(kind), "General")


def _write_number(sheet: Any, row: int, column: int, number: Decimal, form: Any) -> None:
    if abs(number) < LARGEST_EXACT:
        sheet.write_number(row, column, float(number), form)
    else:
        sheet.write_string(row, column, str(number))


def _write_cell(sheet: Any, row: int, column: int, cell: Any, form: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, int | Decimal):
        _write_number(sheet, row, column, Decimal(cell), form)
    else:
        sheet.write_datetime(row, column, cell, form)
