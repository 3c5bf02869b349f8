"""Rows by customer and order: which of them stand together, and which of those say the same."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.reading import Lines

Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Prints = npt.NDArray[np.uint64]
"""A number for each row, equal where rows are; rows that differ have different ones but for chance."""

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_HEAD = np.uint64(48)
_FEW = 4096


def pair_codes(customers: pa.ChunkedArray, orders: pa.ChunkedArray) -> Codes:
    """A number for each row, equal where customer and order number are; a missing order number is one of its own."""
    order = exact_codes(orders)
    width = int(order.max(initial=0)) + 2
    return exact_codes(customers) * width + order + 1


def exact_codes(column: pa.ChunkedArray) -> Codes:
    """A number for each cell, equal if and only if the cells are; missing is -1."""
    parts = [np.asarray(pc.fill_null(chunk.indices, -1)) for chunk in pc.dictionary_encode(column).chunks]
    return np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64)


def integers(column: pa.ChunkedArray) -> Codes:
    """Cells of fixed width as 64-bit integers, missing ones as 0: decimals of at most 18 digits fit exactly."""
    parts = [_integers(chunk) for chunk in column.chunks if len(chunk)]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def _integers(chunk: pa.Array) -> Codes:
    whole = _words(chunk) if pa.types.is_decimal(chunk.type) else _fixed(chunk)
    return whole if not chunk.null_count else np.where(chunk.is_valid(), whole, 0)


def _words(chunk: pa.Decimal128Array) -> Codes:
    """The low words of decimals."""
    words = np.frombuffer(chunk.buffers()[1], np.int64).reshape(-1, 2)
    return words[chunk.offset : chunk.offset + len(chunk), 0]


def _fixed(chunk: pa.Array) -> Codes:
    whole = chunk.cast(pa.int32()) if pa.types.is_date32(chunk.type) else chunk
    return np.asarray(pc.fill_null(whole.cast(pa.int64()), 0)).astype(np.int64, copy=False)


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows put together by a code: `rows` are row numbers, group after group, each in the order of the file."""

    rows: Codes
    starts: Codes

    @classmethod
    def of(cls, code: Codes, which: Mask) -> "Groups":
        """Groups of the rows where `which` is true."""
        chosen = np.flatnonzero(which)
        rows = chosen[np.argsort(code[chosen], kind="stable")]
        sorted_code = code[rows]
        first = np.ones(len(rows), bool)
        first[1:] = sorted_code[1:] != sorted_code[:-1]
        return cls(rows, np.flatnonzero(first))

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def sizes(self) -> Codes:
        """Rows of each group."""
        return np.diff(np.append(self.starts, len(self.rows)))

    def agreeing(self, values: Codes) -> Mask:
        """Whether all rows of a group have one value."""
        if not len(self):
            return np.empty(0, bool)
        sorted_values = values[self.rows]
        least = np.minimum.reduceat(sorted_values, self.starts)
        return np.asarray(least == np.maximum.reduceat(sorted_values, self.starts))

    def sums(self, values: Codes) -> npt.NDArray[np.int64] | npt.NDArray[np.object_]:
        """The exact sum of each group, in Python's integers where 64 bits might not do."""
        if not len(self):
            return np.empty(0, np.int64)
        largest = int(np.abs(values).max(initial=0))
        exact = values if largest * int(self.sizes.max()) < 2**63 else values.astype(object)
        return np.add.reduceat(exact[self.rows], self.starts)

    def members(self, which: Mask) -> Mask:
        """For each place in `rows`, whether its group is one of these."""
        return np.repeat(which, self.sizes)

    def lists(self, which: Mask) -> list[Codes]:
        """The rows of these groups, one array for each."""
        ends = self.starts + self.sizes
        return [self.rows[self.starts[group] : ends[group]] for group in np.flatnonzero(which)]


def contents(rows: pa.Table, lines: Lines, prints: Prints, unread: Callable[[Lines], pa.Table]) -> Codes:
    """A number for the content of each row that has an identical twin, equal where the twins are; -1 for all others.

    Identical means every cell: the typed ones, and as text those of columns that are not read, which `unread`
    gives for some lines. `prints` find candidates, all typed cells fewer of them; these are compared exactly.
    """
    nothing: Codes = np.broadcast_to(np.int64(-1), rows.num_rows)
    likely = repeated(prints)
    if not likely.any():
        return nothing
    chosen = rows.filter(pa.array(likely))
    alike = repeated(_mixture(chosen.columns))
    candidates, chosen = np.flatnonzero(likely)[alike], chosen.filter(pa.array(alike))
    if not len(candidates):
        return nothing
    key = np.zeros(len(candidates), np.int64)
    for column in (*chosen.columns, *unread(lines[candidates]).columns):
        code = exact_codes(column)
        _, key = np.unique(key * (int(code.max(initial=0)) + 2) + code + 1, return_inverse=True)
    twins = repeated(key.astype(np.uint64))
    found = nothing.copy()
    found[candidates[twins]] = key[twins]
    return found


def fingerprints(batch: pa.RecordBatch) -> Prints:
    """Prints of the rows by their moments and numbers alone: texts are compared only where these are equal."""
    fixed = [pa.chunked_array([column]) for column in batch.columns if not pa.types.is_string(column.type)]
    return _mixture(fixed) if fixed else np.zeros(len(batch), np.uint64)


def _mixture(columns: list[pa.ChunkedArray]) -> Prints:
    mixed = np.zeros(len(columns[0]) if columns else 0, np.uint64)
    for column in columns:
        codes = exact_codes(column) if pa.types.is_string(column.type) else integers(column)
        mixed ^= codes.view(np.uint64)
        mixed *= _MIX
        mixed ^= mixed >> _SHIFT
    return mixed


def repeated(values: Prints) -> Mask:
    """Which values stand more than once."""
    found = np.zeros(len(values), bool)
    ordered = np.sort(values)
    same = ordered[1:] == ordered[:-1]
    several = ordered[1:][same]
    if 0 < len(several) <= _FEW:
        near = _near(values, several)
        found[near] = np.isin(values[near], several)
    elif len(several):
        order = np.argsort(values)
        found[order[1:][same]] = True
        found[order[:-1][same]] = True
    return found


def _near(values: Prints, few: Prints) -> Codes:
    """Where values stand that have their upper bits in common with one of a few."""
    heads = np.zeros(1 << 16, bool)
    heads[few >> _HEAD] = True
    return np.flatnonzero(heads[values >> _HEAD])
