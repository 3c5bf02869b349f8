"""What the sheets of an ODS file say beside their values: errors, formulas, hidden rows, merged cells."""

import zipfile
from pathlib import Path
from xml.parsers import expat

from vitalfew.readers.cells.marks import NO_RESULT
from vitalfew.readers.workbooks.sidelights import Cell, Sidelights


def sidelights(path: Path, sheet: str, last: Cell) -> Sidelights:
    """Walk through the one sheet in `content.xml` as far as its `last` cell. Cells are (row, column) from 0."""
    walk = _Walk(sheet, last)
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as xml:
        parser.ParseFile(xml)
    return walk.found


class _Walk:
    """Where the parser stands; a run of equal rows or cells is written once with a count."""

    def __init__(self, sheet: str, last: Cell) -> None:
        self.found = Sidelights()
        self.last = last
        self.sheet = sheet
        self.inside = False
        self.row = self.column = 0
        self.height = self.width = 1
        self.error: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.inside = attributes.get("table:name") == self.sheet
        elif not self.inside:
            return
        elif name == "table:table-row":
            self._open_row(attributes)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._open_cell(attributes)

    def end(self, name: str) -> None:
        if name == "table:table":
            self.inside = False
        elif not self.inside:
            return
        elif name == "table:table-row":
            self.row += self.height
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._close_cell()

    def text(self, text: str) -> None:
        if self.error is not None:
            self.error.append(text)

    def _open_row(self, attributes: dict[str, str]) -> None:
        self.height = int(attributes.get("table:number-rows-repeated", 1))
        self.column = 0
        if attributes.get("table:visibility") in ("collapse", "filter"):
            self.found.hidden_rows += self.height

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self.width = int(attributes.get("table:number-columns-repeated", 1))
        wide = int(attributes.get("table:number-columns-spanned", 1))
        high = int(attributes.get("table:number-rows-spanned", 1))
        if wide > 1 or high > 1:
            corner = (self.row + high - 1, self.column + wide - 1)
            self.found.merged.append(((self.row, self.column), corner))
        if attributes.get("calcext:value-type") == "error":
            self.error = []
        if "table:formula" in attributes:
            self.found.formulas += self.width * self.height
            if "office:value-type" not in attributes:
                self._mark(NO_RESULT)

    def _close_cell(self) -> None:
        if self.error is not None:
            self._mark("".join(self.error) or "#N/A")
        self.error = None
        self.column += self.width

    def _mark(self, word: str) -> None:
        for row in range(self.row, min(self.row + self.height, self.last[0] + 1)):
            for column in range(self.column, min(self.column + self.width, self.last[1] + 1)):
                self.found.cells[row, column] = word
