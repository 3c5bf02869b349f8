"""The movers of a comparison as a table in a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from vitalfew.compare import Comparison, Mover
from vitalfew.compare.parts import PARTS
from vitalfew.formulas import guard
from vitalfew.languages import writing_files
from vitalfew.whole import write_whole

Row = Sequence[str | int | Decimal | None]

WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook records when it was made; the same movers must give the same bytes, so it is always this."""

WIDTHS = {"name": 24, "reasons": 90}


def write_movers(comparison: Comparison, out: Path) -> None:
    """The movers as .csv or .xlsx, one a row; texts that a spreadsheet would compute are made inert."""
    with writing_files():
        rows = table_of(comparison)
        content = _workbook(rows) if out.suffix.lower() == ".xlsx" else _csv(rows)
    write_whole(out, content)


def table_of(comparison: Comparison) -> list[Row]:
    """Header and rows: who, from where to where, the parts of the change of score, what decided, the reasons."""
    value = comparison.value or "value"
    header = ["customer_id", "name", "from", "to", "score_from", "score_to", *PARTS, "decided_by", value, "reasons"]
    return [header, *(_row(mover) for mover in comparison.movers)]


def _row(mover: Mover) -> Row:
    return [
        guard(mover.customer_id),
        None if mover.name is None else guard(mover.name),
        mover.was,
        mover.now,
        mover.score_was,
        mover.score_now,
        *(mover.parts[part] for part in PARTS),
        mover.decided_by,
        mover.brings,
        "; ".join(mover.reasons()),
    ]


def _csv(rows: list[Row]) -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(rows: list[Row]) -> bytes:
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    book.set_properties({"created": WRITTEN})
    sheet = book.add_worksheet("movers")
    bold, money = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "#,##0.00"})
    header = rows[0]
    for place, name in enumerate(header):
        sheet.set_column(place, place, WIDTHS.get(str(name), max(10, len(str(name)) + 2)))
        sheet.write_string(0, place, name, bold)
    for number, row in enumerate(rows[1:], start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, money)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows) - 1, len(header) - 1)
    book.close()
    return content.getvalue()


def _write_cell(sheet: Any, row: int, column: int, cell: str | int | Decimal | None, money: Any) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, column, float(cell), money)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell)
