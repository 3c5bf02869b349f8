"""Exact arithmetic on columns of decimals."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.numbers import HELD


def product(one: pa.Array, other: pa.Array, digits: int) -> tuple[pa.Array, pa.BooleanArray]:
    """The product rounded half-even to `digits`; and where the result has more digits than can be held.

    Missing where either is missing.
    """
    return rounded(pc.multiply(one, other), digits)


def rounded(values: pa.Array, digits: int) -> tuple[pa.Array, pa.BooleanArray]:
    """Decimals as decimal128(18, digits), rounded half-even; and where they have more digits than can be held."""
    if values.type.scale > digits:
        values = pc.round(values, digits, round_mode="half_to_even")
    limit = pa.scalar(Decimal(10) ** (HELD - digits), pa.decimal128(38, values.type.scale))
    over = pc.fill_null(pc.greater_equal(pc.abs(values), limit), fill_value=False)
    return pc.if_else(over, None, values).cast(pa.decimal128(HELD, digits)), over


def total(values: pa.Array | pa.ChunkedArray) -> Decimal:
    """The exact sum; zero of nothing."""
    found = pc.sum(values).as_py()
    return Decimal(0) if found is None else Decimal(found)
