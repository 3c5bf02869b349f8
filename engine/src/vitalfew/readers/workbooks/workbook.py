"""Workbooks (XLSX, XLS, ODS) opened within limits, and the sheet that holds the table chosen among theirs."""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.workbooks import sheets_ods, sheets_xls, sheets_xlsx
from vitalfew.readers.workbooks.archives import check_archive, damaged, encrypted
from vitalfew.readers.workbooks.sidelights import Sidelights

_DAMAGE = (
    CalamineError,
    zipfile.BadZipFile,
    ParseError,
    ExpatError,
    OSError,
    EOFError,
    LookupError,
    ValueError,
    struct.error,
)


class Workbook:
    """An open workbook of a known kind: xlsx, xls or ods. Damaged and encrypted ones are refused."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.kind = kind
        with _damage_refused(path):
            if kind != "xls":
                check_archive(path)
            elif sheets_xls.is_encrypted(path):
                raise encrypted(path)
            self._book = CalamineWorkbook.from_path(path)

    @property
    def visible(self) -> list[str]:
        """Names of the sheets of cells that a person sees, in their order."""
        return [one.name for one in self._sheets() if one.visible == SheetVisibleEnum.Visible]

    @property
    def hidden(self) -> list[str]:
        """Names of hidden sheets; they are not chosen, only read when asked for by name."""
        return [one.name for one in self._sheets() if one.visible != SheetVisibleEnum.Visible]

    def cells(self, name: str) -> CalamineSheet:
        """The values of one sheet; refused where there is none of this name."""
        if name not in self.visible + self.hidden:
            raise Refusal(
                say("there is no sheet {name}.", name=name),
                where=self.path.name,
                remedy=say("Sheets there: {names}.", names=", ".join(self.visible)),
            )
        with _damage_refused(self.path):
            return self._book.get_sheet_by_name(name)

    def sidelights(self, name: str, last: tuple[int, int]) -> Sidelights:
        """What the file says of one sheet beside its values, as far as its `last` cell."""
        with _damage_refused(self.path):
            if self.kind == "xls":
                return sheets_xls.sidelights(self.path, self._book.sheet_names.index(name))
            if self.kind == "ods":
                return sheets_ods.sidelights(self.path, name, last)
            return sheets_xlsx.sidelights(self.path, name)

    def _sheets(self) -> list[SheetMetadata]:
        return [one for one in self._book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]


@contextmanager
def _damage_refused(path: Path) -> Iterator[None]:
    """A panic of the native reader is no Exception; it is known by its name only."""
    try:
        yield
    except PasswordError:
        raise encrypted(path) from None
    except _DAMAGE as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(path) from None
        raise
