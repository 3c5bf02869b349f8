"""A piece of whole records → a block of text columns: fast where the parser and the cutter agree, else carefully."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from vitalfew.readers.headers.totals import kept
from vitalfew.readers.reading import Block
from vitalfew.readers.text.careful import read_rows
from vitalfew.readers.text.cutting import Piece


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are written: delimiter, cells of the header, cells up to its last name, empty cells beyond it."""

    delimiter: str
    width: int
    named: int
    spare: int
    where: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A block without blank rows, and how many there were."""

    block: Block
    blanks: int


def parse(piece: Piece, layout: Layout) -> Parsed:
    """The block of a piece. Rows longer or shorter than the header are `ragged`; trailing separators do not count."""
    block = _fast(piece, layout) if piece.rows is None else _block(piece.rows, layout)
    return _without_blanks(block if block is not None else _careful(piece, layout), piece.blanks)


def _fast(piece: Piece, layout: Layout) -> Block | None:
    """None where the parser counts other records than the cutter, or rows go on beyond their empty cells."""
    odd: list[tuple[int, str]] = []

    def keep(row: csv.InvalidRow) -> str:
        odd.append((row.number, row.text))
        return "skip"

    names = [str(place) for place in range(layout.width + layout.spare)]
    table = csv.read_csv(
        pa.BufferReader(piece.data),
        csv.ReadOptions(use_threads=False, block_size=len(piece.data) + 1, column_names=names),
        csv.ParseOptions(
            delimiter=layout.delimiter, newlines_in_values=piece.quoted, invalid_row_handler=keep
        ),
        csv.ConvertOptions(
            check_utf8=False,
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )  # fmt: skip
    columns = tuple(column.chunk(0) if column.num_chunks == 1 else column.combine_chunks() for column in table.columns)
    beyond = columns[layout.width :]
    if table.num_rows + len(odd) != len(piece.lines) or any(column.null_count < len(column) for column in beyond):
        return None
    straight = np.delete(piece.lines, [number - 1 for number, _ in odd]) if odd else piece.lines
    block = Block(columns[: layout.width], straight)
    rows = ((int(piece.lines[number - 1]), _cells(text, layout)) for number, text in odd)
    return _joined(block, _block(rows, layout)) if odd else block


def _joined(block: Block, other: Block) -> Block:
    """The rows of both in the order of their lines, ragged those of the other."""
    if not len(other.lines):
        return replace(block, ragged=other.ragged)
    lines = np.concatenate((block.lines, other.lines))
    order = np.argsort(lines)
    pairs = zip(block.columns, other.columns, strict=True)
    columns = tuple(pa.concat_arrays(pair).take(pa.array(order)) for pair in pairs)
    return Block(columns, lines[order], other.ragged)


def _careful(piece: Piece, layout: Layout) -> Block:
    lines = [line + "\n" for line in piece.data.decode().split("\n")[:-1]]
    return _block(read_rows(lines, layout.delimiter, piece.first_line, layout.where, final=True).rows, layout)


def _cells(text: str, layout: Layout) -> tuple[str, ...]:
    read = read_rows([text], layout.delimiter, 0, layout.where, final=True)
    return tuple(read.rows[0][1]) if read.rows else ()


def _block(rows: Iterable[tuple[int, Sequence[str]]], layout: Layout) -> Block:
    straight: list[tuple[str, ...]] = []
    lines: list[int] = []
    ragged: dict[int, tuple[str, ...]] = {}
    for line, cells in rows:
        if fitted := _fitted(cells, layout):
            straight.append(fitted)
            lines.append(line)
        else:
            ragged[line] = tuple(cells)
    columns = zip(*straight, strict=True) if straight else ((),) * layout.width
    arrays = tuple(pa.array([cell or None for cell in column], pa.string()) for column in columns)
    return Block(arrays, np.array(lines, np.int64), ragged)


def _fitted(cells: Sequence[str], layout: Layout) -> tuple[str, ...] | None:
    """The cells in the width of the header, where all that is too much or too little is empty and unnamed."""
    if len(cells) < layout.named or any(cells[layout.width :]):
        return None
    return (*cells, *[""] * layout.width)[: layout.width]


def _without_blanks(block: Block, blanks: int) -> Parsed:
    """Rows of separators or spaces only are blank lines too."""
    ragged = {line: cells for line, cells in block.ragged.items() if any(cell.strip() for cell in cells)}
    blanks += len(block.ragged) - len(ragged)
    block = replace(block, ragged=ragged) if len(ragged) < len(block.ragged) else block
    empty = np.flatnonzero(_empty(block.columns[0])) if block.columns else np.empty(0, np.int64)
    for column in block.columns[1:]:
        if not len(empty):
            return Parsed(block, blanks)
        empty = empty[_empty(column.take(pa.array(empty)))]
    keep = np.ones(len(block.lines), np.bool_)
    keep[empty] = False
    return Parsed(kept(block, keep), blanks + len(empty))


def _empty(column: pa.StringArray) -> np.ndarray:
    flags: np.ndarray = pc.fill_null(pc.utf8_is_space(column), True).to_numpy(zero_copy_only=False)
    return flags
