"""Sheets that are a table of many rows, written column by column of types: the list and the ABC table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.report.cells import neutral
from vitalfew.report.workbook.book import LARGEST_EXACT, Book, write_cell

Write = Callable[[int, int, Any, Any], None]

NARROWEST = 10


def write_table(book: Book, title: str, rows: pa.Table) -> None:
    """A table as a sheet of its own; texts that a spreadsheet would compute are made inert."""
    sheet = book.sheet(title)
    names = rows.column_names
    book.table(sheet, names, (max(NARROWEST, len(name) + 2) for name in names), rows.num_rows)
    inert = neutral(rows)
    columns = [(place, *_column(book, sheet, column)) for place, column in enumerate(inert.columns)]
    for row in range(rows.num_rows):
        for place, write, cells, look in columns:
            if cells[row] is not None:
                write(row + 1, place, cells[row], look)


def _column(book: Book, sheet: Any, column: pa.ChunkedArray) -> tuple[Write, list[Any], Any]:
    """How the cells of a column are written: the type is asked once, not at every cell."""
    look = book.style(num_format=_number_format(column.type))
    cells = column.to_pylist()
    if pa.types.is_string(column.type):
        return sheet.write_string, cells, look
    if _exact(column):
        return sheet.write_number, [None if cell is None else float(cell) for cell in cells], look
    return lambda row, place, cell, form: write_cell(sheet, row, place, cell, form), cells, look


def _exact(column: pa.ChunkedArray) -> bool:
    """Whether every number of the column is one that a spreadsheet keeps."""
    if not (pa.types.is_decimal(column.type) or pa.types.is_integer(column.type)):
        return False
    ends = pc.min_max(column).as_py()
    return all(end is None or abs(end) < LARGEST_EXACT for end in ends.values())


def _number_format(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return "#,##0" + ("." + "0" * kind.scale if kind.scale else "")
    return {"date32[day]": "yyyy-mm-dd", "int64": "#,##0"}.get(str(kind), "General")
