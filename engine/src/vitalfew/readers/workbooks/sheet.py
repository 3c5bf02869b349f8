"""One sheet of a workbook: its rows with errors put in and merged cells filled, as blocks of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pyarrow as pa
from python_calamine import CalamineSheet

from vitalfew.readers.cells.values_as_text import SPREADSHEET, Value, as_text, texts
from vitalfew.readers.reading import Block
from vitalfew.readers.workbooks.sidelights import Cell, Sidelights

ROWS = 50_000
"""Rows in one block."""

Row = list[Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with what its file says beside the values. Rows count from 0, as in `Sidelights`."""

    name: str
    cells: CalamineSheet
    sidelights: Sidelights

    @property
    def left(self) -> int:
        """The column in which the rows begin."""
        return self.cells.start[1] if self.cells.start else 0

    def head(self, count: int) -> list[tuple[str | None, ...]]:
        """The first rows as text; of merged cells the first holds the value, the others are empty."""
        return [tuple(as_text(value, SPREADSHEET) for value in row) for row in islice(self._rows(), count)]

    def blocks(self, header: int) -> Iterator[Block]:
        """The rows below the header as text, blank ones left out."""
        rows = enumerate(self._filled(header))
        for _ in islice(rows, header + 1):
            pass
        while part := list(islice(rows, ROWS)):
            block = _block(part)
            if len(block.lines):
                yield block

    def merged_into(self, row: int) -> bool:
        """Whether cells of this row are merged with others, of the same row or of rows above or below."""
        return any(top <= row <= bottom for (top, _), (bottom, _) in self._merged())

    def filled_ranges(self, header: int) -> list[tuple[Cell, Cell]]:
        """Merged ranges of several rows below the header: the cells that are filled."""
        return [
            ((top, left), (bottom, right))
            for (top, left), (bottom, right) in self._merged()
            if bottom > top > header and 0 <= left - self.left < self.cells.width
        ]

    def _merged(self) -> Sequence[tuple[Cell, Cell]]:
        return self.cells.merged_cell_ranges or self.sidelights.merged

    def _rows(self) -> Iterator[Row]:
        words: dict[int, list[tuple[int, str]]] = {}
        for (number, column), word in self.sidelights.cells.items():
            if 0 <= column - self.left < self.cells.width:
                words.setdefault(number, []).append((column - self.left, word))
        row: Row
        for number, row in enumerate(self.cells.iter_rows()):  # type: ignore[assignment]
            for column, word in words.get(number, ()):
                row[column] = word
            yield row

    def _filled(self, header: int) -> Iterator[Row]:
        """Cells merged over several rows hold their value in each; over several columns only in the first."""
        begin: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _) in self.filled_ranges(header):
            begin.setdefault(top, []).append((bottom, left - self.left))
        open_: list[tuple[int, int, Value]] = []
        for number, row in enumerate(self._rows()):
            if open_:
                open_ = [merged for merged in open_ if merged[0] >= number]
                for _, column, value in open_:
                    row[column] = value
            if number in begin:
                open_ += [(bottom, column, row[column]) for bottom, column in begin[number]]
            yield row


def _block(part: list[tuple[int, Row]]) -> Block:
    columns = [texts(column, SPREADSHEET) for column in zip(*(row for _, row in part), strict=True)]
    lines = np.array([number + 1 for number, _ in part], np.int64)
    filled = np.logical_or.reduce([column.is_valid().to_numpy(zero_copy_only=False) for column in columns])
    if filled.all():
        return Block(tuple(columns), lines)
    keep = pa.array(filled)
    return Block(tuple(column.filter(keep) for column in columns), lines[filled])
