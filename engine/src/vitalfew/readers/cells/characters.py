"""What the cells of a column consist of, asked of their bytes all at once: what no cell holds need not be looked for."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

_APOSTROPHE, _LAST_ASCII = 0x27, 0x7F
_DIGITS = (ord("0"), ord("9"))
_NUMERIC = (ord("-"), ord("9"))

_CODE = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int32]


def boundaries(column: pa.StringArray) -> Places:
    """The place of the first byte of each cell, and behind them the end of the last one."""
    offsets = column.buffers()[1]
    if offsets is None or not len(column):
        return np.zeros(1, np.int32)
    return np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column) + 1]


def characters(column: pa.StringArray) -> Bytes:
    """The bytes of all cells in UTF-8, one cell after the other."""
    data = column.buffers()[2]
    if data is None or not data.size:
        return np.empty(0, np.uint8)
    places = boundaries(column)
    return np.frombuffer(data, np.uint8)[places[0] : places[-1]]


def longest(column: pa.StringArray) -> int:
    """Bytes of the longest cell; a text has never more characters than bytes."""
    return int(np.diff(boundaries(column)).max(initial=0))


def holds(column: pa.StringArray, signs: bytes) -> bool:
    """Whether one of these ASCII signs stands anywhere in the column."""
    data = characters(column)
    return any(bool((data == sign).any()) for sign in signs)


def is_bare(column: pa.StringArray) -> bool:
    """Whether no cell can begin with a formula guard, or begin or end with a space of any kind; an empty cell is null."""
    data = characters(column)
    if not len(data) or data.max() > _LAST_ASCII:
        return not len(data)
    return bool(data.min() > _APOSTROPHE) or _has_bare_ends(data, boundaries(column))


def _has_bare_ends(data: Bytes, places: Places) -> bool:
    begins, ends = places[:-1] - places[0], places[1:] - places[0]
    filled = ends > begins
    if not filled.all():
        begins, ends = begins[filled], ends[filled]
    return bool(data[begins].min() > _APOSTROPHE and data[ends - 1].min() > _APOSTROPHE)


def is_digits(column: pa.StringArray) -> bool:
    """Whether all cells are of ASCII digits alone."""
    return _within(characters(column), _DIGITS)


def is_numeric(column: pa.StringArray) -> bool:
    """Whether all cells are of ASCII digits, points and minus signs alone."""
    data = characters(column)
    return _within(data, _NUMERIC) and not (data == ord("/")).any()


def begins_with_digits(column: pa.StringArray, count: int) -> bool:
    """Whether each cell that is not empty begins with so many ASCII digits."""
    places = boundaries(column)
    data, begins, lengths = characters(column), places[:-1] - places[0], np.diff(places)
    if not lengths.all():
        begins, lengths = begins[lengths > 0], lengths[lengths > 0]
    if lengths.min(initial=count) < count:
        return False
    return all(_within(data[begins + place], _DIGITS) for place in range(count))


def _within(data: Bytes, limits: tuple[int, int]) -> bool:
    return not len(data) or bool(data.min() >= limits[0] and data.max() <= limits[1])


def is_code(column: pa.StringArray) -> bool:
    """Whether all cells are of ASCII digits and capital letters alone."""
    return not characters(column).tobytes().translate(None, _CODE)


def without_digits(column: pa.StringArray) -> pa.StringArray:
    """The cells that hold no ASCII digit; none is null or empty. Most ids end with one, which is soon seen."""
    data, places = characters(column), boundaries(column)
    if not len(data):
        return column
    last = data[places[1:] - places[0] - 1]
    open_ended = column.filter(pa.array((last < _DIGITS[0]) | (last > _DIGITS[1])))
    return open_ended.filter(pc.invert(pc.match_substring_regex(open_ended, "[0-9]")))
