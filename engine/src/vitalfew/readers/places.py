"""What kind of source something is, and the sources that cannot be read."""

import stat
import zipfile
from pathlib import Path
from typing import Literal

from vitalfew.errors import Refusal
from vitalfew.languages import say

FileKind = Literal["text", "parquet", "xlsx", "xls", "ods"]

TEXT_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".tab", ".gz", ".xz"})
"""Names that promise text; a workbook under such a name is refused, because somebody is mistaken about it."""

_PARQUET = b"PAR1"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_WORKBOOK_ENDINGS: dict[str, FileKind] = {".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods"}
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def kind_of(path: Path) -> FileKind:
    """The kind of a file by its content. What is no table at all counts as text, whose reader refuses it."""
    with path.open("rb") as file:
        head = file.read(8)
    if path.suffix.lower() in TEXT_ENDINGS:
        return "text"
    if head.startswith(_PARQUET):
        return "parquet"
    if head.startswith(_COMPOUND):
        return "xls"
    return _kind_of_archive(path) if head.startswith(_ZIP) else "text"


def _kind_of_archive(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return "ods" if archive.read("mimetype").startswith(_SPREADSHEET) else "text"
            return "xlsx" if "xl/workbook.xml" in names else "text"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return _WORKBOOK_ENDINGS.get(path.suffix.lower(), "text")


def check_readable(path: Path) -> None:
    """Refuse a source that is missing, unreadable, or no file or folder (a device, a pipe, a socket)."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Refusal(say("there is no such file."), where=shown(path), remedy=say("Check the path.")) from None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise Refusal(
            say("this is a device, pipe or socket, not a file."),
            where=shown(path),
            remedy=say("Save its content to a file first."),
        )
    try:
        path.open("rb").close() if stat.S_ISREG(mode) else next(path.iterdir(), None)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> Refusal:
    """The refusal of a source that the system, or its own content, does not let us read."""
    reason = getattr(error, "strerror", None) or str(error).rstrip(".")
    return Refusal(
        say("the file cannot be read: {reason}.", reason=reason),
        where=shown(path),
        remedy=say("Check its name and the rights on it."),
    )


def shown(path: Path) -> str:
    """The name of a file as it may be printed: without characters that control or turn the text around it."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path.name)
