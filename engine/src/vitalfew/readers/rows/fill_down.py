"""Empty cells that mean "as above", filled on request (`--fill-down`)."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.reading import Lines


class FillDown:
    """Fills one column block by block.

    `between` are the cells of rows that are not in the blocks (they do not fit the header), by line: what
    stands below such a row belongs to it, not to the row above.
    """

    def __init__(self, between: Iterable[tuple[int, str]]) -> None:
        self._between = sorted(between)
        self._above: str | None = None

    def fill(self, column: pa.StringArray, lines: Lines) -> pa.StringArray:
        """The trimmed column with its empty cells filled."""
        starts = {0: self._above}
        while self._between and len(lines) and self._between[0][0] < lines[-1]:
            line, text = self._between.pop(0)
            starts[int(np.searchsorted(lines, line))] = text
        filled = pc.fill_null_forward(_with_starts(column, starts))
        if len(filled) and filled[-1].is_valid:
            self._above = filled[-1].as_py()
        return filled


def _with_starts(column: pa.StringArray, starts: dict[int, str | None]) -> pa.StringArray:
    rows = [row for row, text in sorted(starts.items()) if row < len(column) and text and not column[row].is_valid]
    if not rows:
        return column
    which = np.zeros(len(column), bool)
    which[rows] = True
    return pc.replace_with_mask(column, pa.array(which), pa.array([starts[row] for row in rows], pa.string()))
