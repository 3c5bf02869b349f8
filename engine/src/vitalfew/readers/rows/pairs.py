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

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


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
    if pa.types.is_decimal(chunk.type):
        words = np.frombuffer(chunk.buffers()[1], np.int64).reshape(-1, 2)
        return np.where(chunk.is_valid(), words[chunk.offset : chunk.offset + len(chunk), 0], 0)
    whole = chunk.cast(pa.int32()) if pa.types.is_date32(chunk.type) else chunk
    return np.asarray(pc.fill_null(whole.cast(pa.int64()), 0)).astype(np.int64)


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


def contents(rows: pa.Table, lines: Lines, unread: Callable[[Lines], pa.Table]) -> Codes:
    """A number for the content of each row that has an identical twin, equal where the twins are; -1 for all others.

    Identical means every cell: the typed ones, and as text those of columns that are not read, which `unread`
    gives for some lines. A 64-bit mixture of the typed cells finds candidates; these are compared exactly.
    """
    found = np.full(rows.num_rows, -1, np.int64)
    candidates = np.flatnonzero(_repeated(_mixture(rows)))
    if not len(candidates):
        return found
    texts = unread(lines[candidates])
    key = np.zeros(len(candidates), np.int64)
    for column in (*rows.take(pa.array(candidates)).columns, *texts.columns):
        code = exact_codes(column)
        _, key = np.unique(key * (int(code.max(initial=0)) + 2) + code + 1, return_inverse=True)
    twins = _repeated(key.astype(np.uint64))
    found[candidates[twins]] = key[twins]
    return found


def _mixture(rows: pa.Table) -> npt.NDArray[np.uint64]:
    mixed = np.zeros(rows.num_rows, np.uint64)
    for column in rows.columns:
        codes = exact_codes(column) if pa.types.is_string(column.type) else integers(column)
        mixed = (mixed ^ codes.astype(np.uint64)) * _MIX
        mixed ^= mixed >> _SHIFT
    return mixed


def _repeated(values: npt.NDArray[np.uint64]) -> Mask:
    """Which values stand more than once."""
    order = np.argsort(values, kind="stable")
    same = values[order[1:]] == values[order[:-1]]
    found = np.zeros(len(values), bool)
    found[order[1:][same]] = True
    found[order[:-1][same]] = True
    return found
