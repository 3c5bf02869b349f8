"""What the sheets of an XLSX file say beside their values: errors, formulas, hidden rows.

The fast reader gives an empty cell for an error and for a formula without a result, and knows no hidden
rows. The XML of the sheet is therefore searched for these few marks; it is not parsed cell by cell.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.cells.marks import NO_RESULT
from vitalfew.readers.workbooks.sidelights import Sidelights

_CHUNK = 1 << 20
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_ERROR = re.compile(rb"\st=[\"']e[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RESULTLESS = re.compile(
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT_RESULT = re.compile(rb"\st=[\"']str[\"']")
_ADDRESS = re.compile(rb"\sr=[\"']([A-Z]{1,3})([0-9]+)[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\s[^>]*\shidden=[\"'](?:1|true)[\"']")


def sidelights(path: Path, sheet: str) -> Sidelights:
    """Read the XML of one sheet, chunk by chunk of whole rows. Cells are (row, column) from 0."""
    found = Sidelights()
    with zipfile.ZipFile(path) as archive, archive.open(_member(archive, sheet)) as xml:
        for rows in _whole_rows(xml):
            _look_at(path, rows, found)
    return found


def _look_at(path: Path, rows: bytes, found: Sidelights) -> None:
    """Most rows have none of the marks; whether one is there at all is found much faster than where."""
    if b"hidden=" in rows:
        found.hidden_rows += len(_HIDDEN.findall(rows))
    if b"<f" in rows or b":f" in rows:
        found.formulas += len(_FORMULA.findall(rows))
        found.cells.update(_without_result(path, rows))
    if b't="e"' in rows or b"t='e'" in rows:
        found.cells.update(_errors(path, rows))


def _member(archive: zipfile.ZipFile, sheet: str) -> str:
    """The name inside the archive of the sheet with this title."""
    book = _workbook_part(archive)
    titles = {node.get("name"): node.get(_RELATION) for node in _root(archive, book).iter() if _is(node, "sheet")}
    folder, name = posixpath.split(book)
    relations = _root(archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
    targets = {node.get("Id"): node.get("Target", "") for node in relations}
    return posixpath.normpath(posixpath.join("/", folder, targets[titles[sheet]])).lstrip("/")


def _workbook_part(archive: zipfile.ZipFile) -> str:
    relations = _root(archive, "_rels/.rels")
    return next(
        (node.get("Target", "").lstrip("/") for node in relations if node.get("Type", "").endswith("/officeDocument")),
        "xl/workbook.xml",
    )


def _root(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314  check_archive refused document types


def _is(node: ET.Element, name: str) -> bool:
    return node.tag.rpartition("}")[2] == name


def _whole_rows(xml: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := xml.read(_CHUNK):
        fresh = max(0, len(rest) - 40)
        rest += chunk
        cut = max(0, rest.rfind(b"<row", fresh)) or max((m.start() for m in _ROW.finditer(rest, fresh)), default=0)
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def _errors(path: Path, rows: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _ERROR.finditer(rows):
        start, tag = _tag_before(rows, match.end())
        if _ERROR.search(tag):
            value = _VALUE.search(rows, start)
            yield _address(path, tag), value[1].decode("ascii", "replace") if value else "#N/A"


def _without_result(path: Path, rows: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _RESULTLESS.finditer(rows):
        _, tag = _tag_before(rows, match.start())
        if not _TEXT_RESULT.search(tag):
            yield _address(path, tag), NO_RESULT


def _tag_before(rows: bytes, place: int) -> tuple[int, bytes]:
    """Where the last cell before a place begins, and its opening tag; a tag is far shorter than 400 bytes."""
    floor = max(0, place - 100_000)
    start = max((match.start() for match in _CELL.finditer(rows, max(floor, place - 400), place)), default=-1)
    if start < 0:
        start = max((match.start() for match in _CELL.finditer(rows, floor, place)), default=0)
    return start, rows[start : rows.find(b">", start) + 1]


def _address(path: Path, tag: bytes) -> tuple[int, int]:
    match = _ADDRESS.search(tag)
    if match is None:
        raise Refusal(
            say("its cells do not say where they stand, so an error cell cannot be told from an empty one."),
            where=path.name,
            remedy=say("Open it in a spreadsheet program and save it anew."),
        )
    column = 0
    for letter in match[1]:
        column = column * 26 + letter - 64
    return int(match[2]) - 1, column - 1
