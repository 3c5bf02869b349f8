"""What a sheet says beside the values of its cells."""

from dataclasses import dataclass, field

Cell = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(slots=True)
class Sidelights:
    """Cells whose value the fast reader loses, by place; formulas and hidden rows, counted; merged ranges."""

    cells: dict[Cell, str] = field(default_factory=dict)
    formulas: int = 0
    hidden_rows: int = 0
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)
