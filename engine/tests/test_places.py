"""Places worked out in memory are those that the columns give, for every scheme and on difficult tables."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

import pyarrow as pa
import pytest
from classifiers.test_two_readings import SHAPES, table_of

from vitalfew import scheme as schemes
from vitalfew.backends import DuckDB
from vitalfew.compile.grades import asked_of
from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS
from vitalfew.places import column_of, placed, with_places

HUGE = Decimal(999_999_999_999_999_999)


CELLS = ("smaller", "larger", "equal", "known", "midrank", "midrank_less", "own", "above", "up_to", "total")


def both(table: pa.Table, metrics: Iterable[str]) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """All places by either way, customer by customer."""
    among = ("buyers", "everybody")
    asked = [column_of(metric, cell, each) for metric, cell, each in product(metrics, CELLS, among)]
    shown = ["customer_id", *asked]
    with DuckDB() as database:
        columns = with_places(database.attach("metrics", table), asked)
        found = database.fetch(columns.select(*shown).order_by("customer_id")).to_pylist()
    return placed(table, asked).select(shown).sort_by("customer_id").to_pylist(), found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", schemes.names())
def test_both_ways_say_the_same(name: str, shape: str) -> None:
    scheme = schemes.load(name)
    table = table_of(scheme, shape, 1)
    mine, theirs = both(table, {place.partition(".")[0] for place in asked_of(scheme, table.column_names)})
    assert mine == theirs


def test_a_place_can_be_counted_by_hand() -> None:
    amounts = [Decimal(7), Decimal(-2), Decimal(7), None, Decimal(3), Decimal(9)]
    buyers = [True, True, True, True, True, False]
    table = pa.table(
        {
            "customer_id": list("abcdef"),
            HAS_ORDERS: buyers,
            "amount": pa.array(amounts, pa.decimal128(18, 0)),
        }
    )
    found = placed(table, [column_of("amount", cell) for cell in CELLS])
    cells = {cell: found[column_of("amount", cell)].to_pylist() for cell in CELLS}
    assert cells["smaller"] == [2, 0, 2, None, 1, None]
    assert cells["larger"] == [0, 3, 0, None, 2, None]
    assert cells["equal"] == [2, 1, 2, None, 1, None]
    assert cells["above"] == [0, 17, 0, None, 14, None]
    assert cells["up_to"] == [14, 17, 14, None, 17, None]
    assert cells["total"] == [17, 17, 17, None, 17, None]
    assert cells["midrank"] == [250 / 3, 0.0, 250 / 3, None, 100 / 3, None]
    assert cells["midrank_less"] == [50 / 3, 100.0, 50 / 3, None, 200 / 3, None]
    of_all = placed(table, [column_of("amount", "larger", "everybody")])["amount.everybody.larger"]
    assert of_all.to_pylist() == [1, 4, 1, None, 3, 0]


def test_sums_beyond_sixty_four_bits_stay_exact() -> None:
    table = pa.table(
        {
            "customer_id": [f"{n:02}" for n in range(12)],
            "amount": pa.array([HUGE] * 11 + [Decimal(5)], pa.decimal128(38, 0)),
        }
    )
    mine, theirs = both(table, ["amount"])
    assert mine == theirs
    assert (mine[0]["amount.buyers.total"], mine[11]["amount.buyers.above"]) == (11 * HUGE + 5, 11 * HUGE)


def test_a_value_of_more_than_eighteen_digits_is_refused() -> None:
    table = pa.table({"customer_id": ["a"], "amount": pa.array([10 * HUGE], pa.decimal128(38, 0))})
    with pytest.raises(Refusal, match="more than 18 digits"):
        placed(table, [column_of("amount", "total")])
