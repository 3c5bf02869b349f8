"""Workbooks as programs write them, and the same with their parts bent by hand."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from hostile.command import DAY, HEADER, SOUND

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [[*sound.split(",")[:3], float(sound.rpartition(",")[2])] for sound in SOUND]
Fill = Callable[[xlsxwriter.Workbook, Any], object]


def workbook(path: Path, *rows: Sequence[Any], fill: Fill | None = None) -> Path:
    """Three sound rows under a header on the sheet Orders, then these, from row 5 on; `fill` adds what it likes."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Orders")
    for number, row in enumerate([HEADER.split(","), *ROWS, *rows]):
        sheet.write_row(number, 0, row)
    if fill:
        fill(book, sheet)
    book.close()
    return path


def members(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A workbook of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def edited(path: Path, member: str, *changes: tuple[str, str]) -> Path:
    """The workbook with texts of one part replaced."""
    parts = members(path)
    for old, new in changes:
        assert old.encode() in parts[member], parts[member]
        parts[member] = parts[member].replace(old.encode(), new.encode())
    return packed(path, parts)


def bomb(path: Path, megabytes: int) -> Path:
    """A sheet of endless spaces: a few kilobytes that state, truly, how many megabytes they unpack to."""
    parts = members(path)
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    spaces = b" " * (1 << 20)
    data = (
        squeeze.compress(parts[SHEET]) + b"".join(squeeze.compress(spaces) for _ in range(megabytes)) + squeeze.flush()
    )
    check = zlib.crc32(parts[SHEET])
    for _ in range(megabytes):
        check = zlib.crc32(spaces, check)
    size = len(parts[SHEET]) + (megabytes << 20)
    return _with_raw_member(path, parts, data, check, size)


def _with_raw_member(path: Path, parts: dict[str, bytes], data: bytes, check: int, size: int) -> Path:
    """The sheet stored as it is, then declared as deflated with its true size."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, data if name == SHEET else content, zipfile.ZIP_STORED if name == SHEET else None)
        at = archive.getinfo(SHEET).header_offset
    whole = bytearray(path.read_bytes())
    central = whole.index(b"PK\x01\x02")
    while whole[central + 46 : central + 46 + len(SHEET)] != SHEET.encode():
        central = whole.index(b"PK\x01\x02", central + 4)
    for method, sizes in ((at + 8, at + 14), (central + 10, central + 16)):
        struct.pack_into("<H", whole, method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<III", whole, sizes, check, len(data), size)
    path.write_bytes(whole)
    return path


def ods(path: Path, *, amount: str = '<table:table-cell office:value-type="float" office:value="7.5"/>') -> Path:
    """An OpenDocument sheet with one row."""
    cells = "".join(_text(cell) for cell in ("dan", "9", DAY)) + amount
    header = "".join(map(_text, HEADER.split(",")))
    names = {"office": "office:1.0", "table": "table:1.0", "text": "text:1.0"}
    spaces = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for key, name in names.items())
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='Orders'>"
        f"<table:table-row>{header}</table:table-row><table:table-row>{cells}</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": b"<manifest/>",
    }
    return packed(path, parts)


def _text(value: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
