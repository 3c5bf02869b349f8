"""The key customer list as a document: a page to print, and a workbook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parent / "list.typ"
FONT = "manimgx_fonts_cjk"
"""The package that brings the face for Chinese, so that no machine needs one of its own."""


def pdf(content: Mapping[str, Any]) -> bytes:
    """The list on A4. Names are texts of a data file, never markup of the page."""
    import typst

    made: bytes = typst.compile(
        str(PAGE),
        root=str(PAGE.parent),
        font_paths=[str(files(FONT))],
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
    )
    return made


WIDTHS = (14, 34, 20, 10, 16, 16, 40)


def workbook(content: Mapping[str, Any]) -> bytes:
    """The list as XLSX: texts stay texts, whatever they begin with."""
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    bold, title = book.add_format({"bold": True, "bottom": 1}), book.add_format({"bold": True, "font_size": 14})
    money = book.add_format({"num_format": "#,##0.00"})
    for name, part in content["sheets"].items():
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, content["title"], title)
        for at, line in enumerate(content["lines"], start=1):
            sheet.write_string(at, 0, line)
        top = len(content["lines"]) + 2
        for column, (heading, width) in enumerate(zip(content["columns"], WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(top, column, heading, bold)
        for row, cells in enumerate(part, start=top + 1):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell, money)
        sheet.freeze_panes(top + 1, 0)
    book.close()
    return made.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Any, money: Any) -> None:
    if isinstance(cell, float):
        sheet.write_number(row, column, cell, money)
    elif cell is not None:
        sheet.write_string(row, column, str(cell))
