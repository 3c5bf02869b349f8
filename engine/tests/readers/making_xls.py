"""The smallest XLS workbook that readers accept, written record by record; no library writes XLS any more."""

import struct
from collections.abc import Iterable
from pathlib import Path

SECTOR = 512
END, FAT, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(row: int, column: int, value: str) -> bytes:
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(0x06, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", 0, 0, 0))


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 4, 0, 0, 0, 0x20))


def write(path: Path, cells: Iterable[bytes], *, encrypted: bool = False) -> None:
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)
    lock = record(0x2F, b"\x00" * 6) if encrypted else b""
    title = b"Orders"
    sheets = struct.pack("<IBBBB", 0, 0, 0, len(title), 0) + title
    start = len(record(0x809, begin) + lock + record(0x85, sheets) + record(0x0A, b""))
    sheets = struct.pack("<I", start) + sheets[4:]
    book = record(0x809, begin) + lock + record(0x85, sheets) + record(0x0A, b"")
    book += record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    book += record(0x200, struct.pack("<IIHHH", 0, 20, 0, 5, 0)) + b"".join(cells) + record(0x0A, b"")
    path.write_bytes(compound("Workbook", book))


def compound(name: str, stream: bytes) -> bytes:
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // SECTOR)
    chain = [*range(3, sectors + 2), END]
    fat = [FAT, END, *chain]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += (
        struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    )
    folder = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, 2, len(stream))
    body = struct.pack(f"<{len(fat)}I", *fat) + struct.pack("<I", FREE) * (128 - len(fat))
    return header + body + folder.ljust(SECTOR, b"\0") + stream.ljust(sectors * SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    head = title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title), kind, 1, FREE, FREE, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
