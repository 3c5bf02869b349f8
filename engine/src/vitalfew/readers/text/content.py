"""What a file really is, decided by its first bytes, never by its name."""

import re
import zipfile
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.places import shown

_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (XLS) or another Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\0", "an XZ archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"ARROW1\0", "an Arrow file"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_WITH_NUL: tuple[tuple[bytes, str], ...] = ((b"MZ", "a Windows program"), (b"PAR1", "a Parquet file"))
"""Letters that text may begin with too; only binary data goes on with zero bytes."""

_TEXTUAL = re.compile(
    r"\s*(?:(?P<html><(?:!doctype html|html|head|body|meta|table|script)\b)|(?P<xml><\?xml\b)|(?P<json>[\[{]\s*[\[{\"]))",
    re.IGNORECASE,
)
_MARKUP = {"html": "an HTML page", "xml": "an XML document", "json": "a JSON document"}

_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", "an Excel workbook (XLSX)"),
    ("xl/workbook.bin", "an Excel workbook (XLSB)"),
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file (ODS or the like)"),
)


def binary_kind(head: bytes) -> str | None:
    """The English name of what a file with these first bytes is, or None where it may be text."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "a ZIP archive"
    if head[257:262] == b"ustar":
        return "a TAR archive"
    marks = _BINARY + (_WITH_NUL if 0 in head[:4096] else ())
    return next((kind for mark, kind in marks if head.startswith(mark)), None)


def markup_kind(head: str) -> str | None:
    """The English name of the markup that a text begins with, or None where it may be a table."""
    found = _TEXTUAL.match(head)
    return _MARKUP[str(found.lastgroup)] if found else None


def refuse_foreign(path: Path, kind: str | None) -> None:
    """Refuse a file that is something else than text, with its true kind."""
    if kind == "a ZIP archive":
        kind = _zip_kind(path)
    if kind:
        raise Refusal(
            say("this is {kind}, not a text file.", kind=say(kind)),
            where=shown(path),
            remedy=say(
                "Save the data as CSV; a workbook or Parquet file keeps its own ending (.xlsx, .xls, .ods, .parquet)."
            ),
        )


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        names = set()
    return next((kind for member, kind in _MEMBERS if member in names), "a ZIP archive")
