"""Values of spreadsheets, data frames and databases as the text a person would have typed."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.marks import LOST_DIGITS

Value = Decimal | int | float | str | bool | time | date | datetime | timedelta | bytes | None

SPREADSHEET = 10**15
"""From here on a spreadsheet no longer keeps every digit of a whole number."""

FLOAT = 2**53
"""From here on a float no longer keeps every digit of a whole number."""


def as_text(value: Value, exact: int = FLOAT) -> str | None:
    """One cell as text; empty and missing are None, NaN stays to be rejected.

    Numbers are the shortest plain decimal that gives the same value, without an exponent and, where
    whole, without a fraction; floats from `exact` on are marked, because digits were lost. Dates and
    times are ISO.
    """
    match value:
        case None | "":
            return None
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return _float(value, exact)
        case Decimal():
            return format(value, "f")
        case bytes():
            return value.decode("utf-8", "replace")
    return str(value)


def _float(value: float, exact: int) -> str:
    if not math.isfinite(value):
        return str(value)
    if value == int(value):
        return f"{LOST_DIGITS}{Decimal(repr(value)):.0f}" if abs(value) >= exact else str(int(value))
    return format(Decimal(repr(value)), "f")


def texts(values: Sequence[Value], exact: int = FLOAT) -> pa.StringArray:
    """A column of cells as text; a column of one type at once."""
    kinds = set(map(type, values))
    if kinds == {float}:
        return float_texts(pa.array(values, pa.float64()), exact)
    if kinds == {str}:
        return without_empty(pa.array(values, pa.string()))
    if kinds == {date}:
        return pa.array(values, pa.date32()).cast(pa.string())
    return pa.array([as_text(value, exact) for value in values], pa.string())


def without_empty(column: pa.StringArray) -> pa.StringArray:
    """The empty text as missing; the column itself where it has none."""
    empty = pc.equal(column, "")
    return pc.if_else(empty, None, column) if pc.any(empty).as_py() else column


def float_texts(numbers: pa.DoubleArray, exact: int = FLOAT) -> pa.StringArray:
    """Floats as `as_text` gives them one by one, the common ones at once."""
    largest = pc.max(pc.abs(numbers)).as_py()
    written = numbers.cast(pa.string())
    odd = pc.any(pc.match_substring_regex(written, "[ei]|^-0$")).as_py()
    if odd or (largest is not None and largest >= exact):
        return pa.array([as_text(value, exact) for value in numbers.to_pylist()], pa.string())
    return written


def arrow_texts(column: pa.Array) -> pa.StringArray:
    """A column of a data frame as text, whatever its type."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return arrow_texts(column.dictionary_decode())
    if pa.types.is_floating(kind):
        return float_texts(column.cast(pa.float64()) if pa.types.is_float64(kind) else _single(column))
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return without_empty(column.cast(pa.string()))
    if pa.types.is_integer(kind) or pa.types.is_date(kind):
        return column.cast(pa.string())
    if pa.types.is_timestamp(kind) and kind.tz is None:
        return _moments(column)
    return texts(column.to_pylist())


def _single(column: pa.Array) -> pa.DoubleArray:
    """Floats of 32 or 16 bits as the doubles of their own shortest text: 29.33 stays 29.33."""
    return column.cast(pa.float32()).cast(pa.string()).cast(pa.float64())


def _moments(column: pa.Array) -> pa.StringArray:
    """ISO text, with a fraction of a second only where one is there."""
    seconds = pc.floor_temporal(column, unit="second")
    if pc.all(pc.equal(seconds, column)).as_py() is not False:
        return seconds.cast(pa.timestamp("s")).cast(pa.string())
    return column.cast(pa.timestamp("us"), safe=False).cast(pa.string())
