"""What the sheets of an XLS file say beside their values: errors, formulas, hidden rows.

Read from the records of [MS-XLS]; a formula always has a result there, if only an old one.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from vitalfew.readers.workbooks.compound import CompoundFile
from vitalfew.readers.workbooks.sidelights import Sidelights

_END, _ENCRYPTED, _SHEET, _ROW, _ERROR, _BEGIN = 0x0A, 0x2F, 0x85, 0x208, 0x205, 0x809
_FORMULAS = (0x06, 0x206, 0x406)
_ROW_HIDDEN = 0x20
_WORDS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def is_encrypted(path: Path) -> bool:
    """Whether a compound file is an encrypted workbook, of the new or the old kind."""
    file = CompoundFile(path)
    if "EncryptedPackage" in file.entries:
        return True
    return any(kind == _ENCRYPTED for kind, _ in _records(_book(file), 0))


def sidelights(path: Path, position: int) -> Sidelights:
    """Walk through the records of the sheet at this position. Cells are (row, column) from 0."""
    book = _book(CompoundFile(path))
    sheets = [int.from_bytes(body[:4], "little") for kind, body in _records(book, 0) if kind == _SHEET]
    found = Sidelights()
    for kind, body in _records(book, sheets[position]):
        if kind == _ROW:
            found.hidden_rows += bool(body[12] & _ROW_HIDDEN)
        elif kind == _ERROR and body[7]:
            found.cells[_place(body)] = _WORDS.get(body[6], "#N/A")
        elif kind in _FORMULAS:
            found.formulas += 1
            if body[12:14] == b"\xff\xff" and body[6] == 2:
                found.cells[_place(body)] = _WORDS.get(body[8], "#N/A")
    return found


def _book(file: CompoundFile) -> bytes:
    return file.stream("Workbook" if "Workbook" in file.entries else "Book")


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream; those of charts inside it are stepped over."""
    depth = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth == 0:
            return
        if depth == 1:
            yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _place(body: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", body)
    return row, column
