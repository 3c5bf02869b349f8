"""From a workbook to records: which sheet holds the table, where its header stands, what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.headers.preamble import Heading, find_header, found_columns
from vitalfew.readers.reading import Note, Options, Records
from vitalfew.readers.workbooks.sheet import Sheet
from vitalfew.readers.workbooks.sidelights import Sidelights
from vitalfew.readers.workbooks.workbook import Workbook
from vitalfew.schemas import FactTable

_SEARCHED = 200
"""Rows of a sheet, blank ones too, among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class _Choice:
    sheet: Sheet
    heading: Heading
    worth: tuple[bool, int]
    """Whether all needed columns are named, and how many are."""


def open_workbook(path: Path, kind: str, table: FactTable, options: Options) -> Records:
    """The records of one sheet: that of `options.sheet`, else the visible one that names most columns of the table.

    Numbers come as shortest plain decimals, dates as ISO text, cells without a value as `marks.py` says.
    Lines are rows of the sheet, from 1. Refused: what `Workbook` refuses, no sheet with a header, a header
    of merged cells.
    """
    book = Workbook(path, kind)
    choice = _chosen(book, table, options)
    last = choice.sheet.cells.end or (0, 0)
    sheet = replace(choice.sheet, sidelights=book.sidelights(choice.sheet.name, last))
    if sheet.merged_into(choice.heading.place):
        raise _merged_header(path, sheet, choice.heading)
    shape: dict[str, str | int] = {
        "format": kind,
        "sheet": sheet.name,
        "header_row": choice.heading.line,
        "numbers": "spreadsheet",
    }
    notes = [*_sheet_notes(book, sheet, choice.heading.place), *choice.heading.notes]
    return Records(choice.heading.header, sheet.blocks(choice.heading.place), shape, notes)


def _chosen(book: Workbook, table: FactTable, options: Options) -> _Choice:
    best: _Choice | None = None
    refused: list[Refusal] = []
    for name in [options.sheet] if options.sheet is not None else book.visible:
        try:
            choice = _choice(book, name, table, options)
        except Refusal as refusal:
            refused.append(refusal)
            continue
        if best is None or choice.worth > best.worth:
            best = choice
    if best is None:
        raise refused[0] if refused else _no_rows(book)
    return best


def _choice(book: Workbook, name: str, table: FactTable, options: Options) -> _Choice:
    sheet = Sheet(name, book.cells(name), Sidelights())
    rows = list(enumerate(sheet.head(max(_SEARCHED, options.header_row or 0)), start=1))
    if not any(cell for _, row in rows for cell in row):
        raise _no_rows(book)
    heading = find_header(rows, table, options, f"{book.path.name}, {name}")
    return _Choice(sheet, heading, found_columns(heading.header, table, options.mapping))


def _sheet_notes(book: Workbook, sheet: Sheet, header: int) -> Iterator[Note]:
    others = [name for name in (*book.visible, *book.hidden) if name != sheet.name]
    if others:
        values = {"sheet": sheet.name, "others": ", ".join(others)}
        yield Note("sheet", "sheet {sheet} is read; not read: {others} (--sheet NAME changes it)", values)
    if count := sheet.sidelights.hidden_rows:
        yield Note("hidden_rows", "{count} hidden rows are read like the others", {"count": count}, warning=True)
    if count := sheet.sidelights.formulas:
        yield Note("formulas", "{count} formula cells are read by the result saved with them", {"count": count})
    if count := len(sheet.filled_ranges(header)):
        yield Note("merged", "{count} merged ranges are filled with the value of their first cell", {"count": count})


def _no_rows(book: Workbook) -> Refusal:
    return Refusal(
        say("no rows."), where=book.path.name, remedy=say("Name the sheet with --sheet if it is a hidden one.")
    )


def _merged_header(path: Path, sheet: Sheet, heading: Heading) -> Refusal:
    return Refusal(
        say("the header in row {row} is made of merged cells.", row=heading.line),
        where=f"{path.name}, {sheet.name}",
        remedy=say("Write one header row with one name for each column, or give its row with --header-row."),
    )
