"""Rounding of decimals and quotients: half to even, and nothing is lost on the way."""

from decimal import ROUND_HALF_EVEN, Decimal

import pyarrow as pa
import pytest

from vitalfew.backends import DuckDB
from vitalfew.expressions import decimal, half_even

TIES = ["0.5", "1.5", "2.5", "-0.5", "-1.5", "-2.5", "0.125", "0.375", "12.345", "12.335", "1.005", "2.675", "-12.345"]
OTHERS = ["0", "0.4999", "0.5001", "99.994999", "99.995001", "1234567.345", "-0.004", "7"]


@pytest.mark.parametrize("digits", [0, 2, 6])
@pytest.mark.parametrize("shape", ["decimal", "float"])
def test_a_half_goes_to_the_even_neighbour(shape: str, digits: int) -> None:
    exact = [Decimal(text) for text in TIES + OTHERS]
    column = pa.array(exact, pa.decimal128(38, 9))
    if shape == "float":
        column = pa.array([float(value) for value in exact])
    with DuckDB() as database:
        rows = database.attach("numbers", pa.table({"value": column}))
        found = database.fetch(rows.select(rounded=decimal(rows.value, digits)))["rounded"].to_pylist()
    step = Decimal(1).scaleb(-digits)
    assert found == [value.quantize(step, ROUND_HALF_EVEN) for value in exact]


def test_a_missing_value_stays_missing() -> None:
    with DuckDB() as database:
        rows = database.attach("numbers", pa.table({"value": pa.array([None], pa.decimal128(38, 4))}))
        assert database.fetch(rows.select(rounded=half_even(rows.value, 2)))["rounded"].to_pylist() == [None]
