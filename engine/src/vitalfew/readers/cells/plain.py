"""Columns as programs write them, read whole by Arrow's own casts.

A cast accepts more than the contract does (1e3, 0x1F, 2024-01-05 10), so each rule asks first what the cells
consist of. It gives None where some cell needs a closer look; what it gives, the careful rules give too.
"""

from datetime import datetime

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.characters import Places, boundaries, characters, is_numeric, longest
from vitalfew.readers.cells.numbers import HELD

MOMENT = pa.timestamp("us")

Whole = npt.NDArray[np.int64]

_HOUR_ALONE = len("2024-01-05 10")
_FIRST, _LAST = datetime(1900, 1, 1), datetime(2099, 12, 31, 23, 59, 59, 999_999)  # noqa: DTZ001  local by contract
_POINT = ord(".")
_WIDE = pa.decimal128(38, 18)


def plain_moments(column: pa.StringArray) -> pa.TimestampArray | None:
    """ISO days and local moments of the years 1900 to 2099."""
    if (np.diff(boundaries(column)) == _HOUR_ALONE).any():
        return None
    try:
        values = column.cast(MOMENT)
    except pa.ArrowInvalid:
        return None
    ends = pc.min_max(values).as_py()
    return values if ends["min"] is None or (ends["min"] >= _FIRST and ends["max"] <= _LAST) else None


def plain_decimals(column: pa.StringArray, digits: int) -> pa.Decimal128Array | None:
    """Digits with a decimal point, as decimal128(18, digits) rounded half-even."""
    if not is_numeric(column):
        return None
    try:
        whole = _without_points(column, digits)
        return _decimals(whole, digits) if whole is not None else rounded_texts(column, digits)
    except pa.ArrowInvalid:
        return None


def plain_integers(column: pa.StringArray) -> pa.Int64Array | None:
    """Whole numbers of at most 18 signs."""
    if longest(column) > HELD or not is_numeric(column):
        return None
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return None


def _without_points(column: pa.StringArray, digits: int) -> Whole | None:
    """The numbers times ten to the `digits`, where all have as many digits behind the point.

    So programs write money; taking out the points and reading integers costs half of a cast to decimals.
    """
    if column.null_count or not len(column):
        return None
    data, places = characters(column), boundaries(column)
    begins, ends = places[:-1] - places[0], places[1:] - places[0]
    points = np.flatnonzero(data == _POINT)
    behind = _alike_behind(points, begins, ends) if len(points) else 0
    if behind is None or behind > digits or int((ends - begins).max()) + digits - behind > HELD:
        return None
    offsets = places - places[0] - np.arange(len(places), dtype=np.int32) * bool(len(points))
    bare = pa.py_buffer(data.tobytes().translate(None, b"."))
    texts = pa.StringArray.from_buffers(len(column), pa.py_buffer(offsets), bare)
    whole: Whole = np.asarray(texts.cast(pa.int64())) * 10 ** (digits - behind)
    return whole


def _alike_behind(points: Whole, begins: Places, ends: Places) -> int | None:
    """How many digits stand behind the point of each cell, where it is in all of them the same number."""
    if len(points) != len(ends) or (points < begins).any():
        return None
    behind = ends - points - 1
    return int(behind[0]) if behind[0] >= 0 and (behind == behind[0]).all() else None


def _decimals(whole: Whole, digits: int) -> pa.Decimal128Array:
    """Integers as decimals whose last digits stand behind the point: 128 bits each, the sign carried on."""
    words = np.stack((whole, whole >> 63), axis=1)
    return pa.Decimal128Array.from_buffers(pa.decimal128(HELD, digits), len(whole), [None, pa.py_buffer(words)])


def rounded_texts(column: pa.StringArray, digits: int) -> pa.Decimal128Array:
    """Texts of plain numbers as decimals; most need no rounding, so that is tried first."""
    stored = pa.decimal128(HELD, digits)
    try:
        return column.cast(stored)
    except pa.ArrowInvalid:
        return pc.round(column.cast(_WIDE), digits, round_mode="half_to_even").cast(stored)
