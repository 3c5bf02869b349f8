"""Cells that somebody put right after a first reading: they are read in place of what the source has."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.reading import Block, Mends, Records


def mended(records: Records, mends: Mends) -> Records:
    """The records with these cells in place of their own, trimmed or not as they come; an empty one is no cell.

    A line or header that the source does not have changes nothing, nor does a row with more or fewer cells than the header.
    """
    if not mends:
        return records
    return replace(records, blocks=_blocks(records, mends))


def _blocks(records: Records, mends: Mends) -> Iterator[Block]:
    places = {header: place for place, header in reversed(list(enumerate(records.header)))}
    lines = np.array(sorted(mends), np.int64)
    for block in records.blocks:
        rows = np.flatnonzero(np.isin(block.lines, lines)).tolist()
        yield _put_right(block, rows, mends, places) if rows else block


def _put_right(block: Block, rows: list[int], mends: Mends, places: dict[str, int]) -> Block:
    cells: dict[int, dict[int, str | None]] = {}
    for row in rows:
        for header, cell in mends[int(block.lines[row])].items():
            if header in places:
                cells.setdefault(places[header], {})[row] = cell or None
    columns = list(block.columns)
    for place, changed in cells.items():
        which = np.zeros(len(block.lines), bool)
        which[list(changed)] = True
        columns[place] = pc.replace_with_mask(columns[place], which, pa.array(changed.values(), pa.string()))
    return replace(block, columns=tuple(columns))
