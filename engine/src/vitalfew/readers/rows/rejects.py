"""Rows that were not accepted: where, what and why, with the row as it stood (contract, "Rejects")."""

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.formulas import guard, unguard
from vitalfew.languages import say
from vitalfew.readers.reading import Lines

REJECTS = pa.schema(
    [
        ("line", pa.int64()),
        ("column", pa.string()),
        ("value", pa.string()),
        ("reason", pa.string()),
        ("cells", pa.list_(pa.string())),
    ]
)
"""One row per rejected row: line of the source, header of the column, its cell, the reason, the whole row."""

LONGEST = 200
"""Characters of a value that are shown; the row itself stands whole behind it."""


class Rejects:
    """Collects rejected rows, whole lots at once."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = tuple(header)
        self._lots: list[pa.Table] = []

    def __len__(self) -> int:
        return sum(len(lot) for lot in self._lots)

    def table(self) -> pa.Table:
        """All of them by line, in the columns of `REJECTS`."""
        return pa.concat_tables([REJECTS.empty_table(), *self._lots]).sort_by("line")

    def add(self, lines: Lines, texts: pa.Table, failed: Sequence[tuple[int, str]]) -> None:
        """Rows with their text, and for each the position of the cell at fault and the reason."""
        positions = [position for position, _ in failed]
        cells = _rows(texts)
        self._put(
            lines,
            positions,
            [row[place] for row, place in zip(cells.to_pylist(), positions, strict=True)],
            [reason for _, reason in failed],
            cells,
        )

    def add_ragged(self, rows: Mapping[int, tuple[str, ...]]) -> None:
        """Rows with more or fewer cells than the header."""
        if not rows:
            return
        reasons = [
            say("{cells:,} cells where the header has {columns:,}", cells=len(cells), columns=len(self._header))
            for cells in rows.values()
        ]
        cells = pa.array([list(row) for row in rows.values()], pa.list_(pa.string()))
        self._put(np.array(list(rows), np.int64), [None] * len(rows), [None] * len(rows), reasons, cells)

    def _put(
        self,
        lines: Lines,
        positions: Sequence[int | None],
        values: Sequence[str | None],
        reasons: Sequence[str],
        cells: pa.ListArray,
    ) -> None:
        columns = [None if position is None else self._header[position] for position in positions]
        shown = [None if value is None else _shortened(value) for value in values]
        self._lots.append(pa.table([pa.array(lines), columns, shown, reasons, cells], schema=REJECTS))


def write_rejects(path: Path, header: Sequence[str], rejects: pa.Table) -> None:
    """Write rejected rows as UTF-8 with BOM, guarded against formulas, with the source's own header behind ours."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["line", "column", "value", "reason", *map(guard, header)])
        for batch in rejects.to_batches(max_chunksize=10_000):
            for row in batch.to_pylist():
                said = [row["column"], row["value"], row["reason"], *row["cells"]]
                writer.writerow([row["line"], *(_inert(cell or "") for cell in said)])


def _inert(text: str) -> str:
    """With one guard, also where the source had it already: both files are then read alike."""
    return guard(unguard(text))


def too_many(rejected: int, rows: int, share: Decimal) -> bool:
    """Whether more than this share of the data rows was rejected. Exact."""
    return rejected > share * rows


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"


def _rows(texts: pa.Table) -> pa.ListArray:
    """Columns of text as one list of cells per row."""
    height, width = texts.num_rows, texts.num_columns
    columns = pa.chunked_array([chunk for column in texts.columns for chunk in column.chunks], pa.string())
    turned = np.arange(height * width).reshape(width, height).T.ravel()
    flat = pc.take(columns, pa.array(turned))
    flat = flat.combine_chunks() if isinstance(flat, pa.ChunkedArray) else flat
    return pa.ListArray.from_arrays(pa.array(np.arange(height + 1, dtype=np.int32) * width), flat)
