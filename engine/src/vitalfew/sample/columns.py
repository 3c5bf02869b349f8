"""Arrays of whole numbers as the cells of a text file; an empty cell is null."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.sample.dice import Marks, Numbers


def money(cents: Numbers) -> pa.Array:
    """Cents as an amount with two digits."""
    return decimals(cents, 2)


def fraction(permille: Numbers) -> pa.Array:
    """Thousandths as a fraction with three digits."""
    return decimals(permille, 3)


def decimals(whole: Numbers, digits: int) -> pa.Array:
    """Numbers whose last digits stand behind the point."""
    return pc.multiply(pa.array(whole).cast(pa.decimal128(19, 0)), Decimal(1).scaleb(-digits))


def days(day: Numbers) -> pa.Array:
    """Days since 1970-01-01 as ISO dates."""
    return pa.array(day.astype("datetime64[D]"))


def moments(minute: Numbers) -> pa.Array:
    """Minutes since 1970-01-01 as ISO dates with the time."""
    seconds = pa.array(minute.astype("datetime64[m]").astype("datetime64[s]")).cast(pa.string())
    return pc.utf8_slice_codeunits(seconds, 0, len("2026-10-31 12:00"))


def numbers(values: Numbers) -> pa.Array:
    """Whole numbers."""
    return pa.array(values)


def flags(marks: Marks) -> pa.Array:
    """The words true and false."""
    return pa.array(marks)


def chosen(texts: Sequence[str] | pa.Array, places: Numbers) -> pa.Array:
    """The texts at these places; one without letters is an empty cell."""
    known = texts if isinstance(texts, pa.Array) else pa.array([text or None for text in texts], pa.string())
    return known.take(pa.array(places))


def either(marks: Marks, yes: str, no: str) -> pa.Array:
    """One of two words."""
    return chosen((no, yes), marks.astype(np.int64))


def same(text: str, count: int) -> pa.Array:
    """One text in all cells."""
    return pa.repeat(pa.scalar(text or None, pa.string()), count)


def where(known: Marks, cells: pa.Array) -> pa.Array:
    """The cells where they are known, else empty ones."""
    return pc.if_else(pa.array(known), cells, None)
