"""A block on its way from text to typed rows: its columns so far, and the first fault of each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.bounds import Ahead
from vitalfew.readers.cells.kinds import Form, Rules, typed_cells
from vitalfew.readers.cells.texts import trimmed
from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.pairs import Mask

Texts = Mapping[str, pa.StringArray]
"""Trimmed columns of text by standard name."""


@dataclass(slots=True)
class Draft:
    """Typed columns by standard name; `failed` is row → (position of the cell at fault, reason)."""

    lines: Lines
    columns: dict[str, pa.Array]
    failed: dict[int, tuple[int, str]] = field(default_factory=dict)
    ahead: Ahead = field(default_factory=Ahead)

    def fail(self, faults: Mapping[int, str], position: int) -> None:
        """Rows that cannot be accepted; the first fault of a row is the one that is told."""
        for row, reason in faults.items():
            self.failed.setdefault(row, (position, reason))

    def fail_where(self, which: pa.BooleanArray, position: int, reason: str) -> None:
        """The same for all rows where `which` is true, with one reason."""
        if pc.any(which).as_py():
            rows = pc.indices_nonzero(pc.fill_null(which, fill_value=False)).to_pylist()
            self.fail(dict.fromkeys(rows, reason), position)

    def sound(self) -> Mask:
        """Which rows have no fault."""
        good = np.ones(len(self.lines), bool)
        good[list(self.failed)] = False
        return good


def drafted(texts: Texts, lines: Lines, forms: Mapping[str, Form], rules: Rules) -> Draft:
    """Trimmed columns of text, typed."""
    draft = Draft(lines, {})
    for name, form in sorted(forms.items(), key=lambda item: item[1].position):
        cells, ahead = typed_cells(form, texts[name], rules)
        draft.columns[name] = cells.values
        draft.ahead += ahead
        draft.fail(cells.failed, form.position)
    return draft


def trimmed_columns(columns: Sequence[pa.StringArray], positions: Mapping[str, int]) -> dict[str, pa.StringArray]:
    """The columns that are read, by standard name, without outer spaces; empty is null."""
    return {name: trimmed(columns[position]) for name, position in positions.items()}
