"""Places worked out in memory are those that the columns give, for every scheme and on difficult tables."""

from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from classifiers.test_two_readings import SHAPES, table_of

from vitalfew import scheme as schemes
from vitalfew.backends import DuckDB
from vitalfew.compile.grades import asked_of
from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS
from vitalfew.places import Place, hidden, placed, with_places

HUGE = Decimal(999_999_999_999_999_999)


def both(table: pa.Table, asked: dict[str, bool]) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The places by either way, customer by customer."""
    shown = ["customer_id", *(name for metric, sums in asked.items() for name in hidden(metric, sums=sums))]
    with DuckDB() as database:
        columns = with_places(database.attach("metrics", table), asked)
        found = database.fetch(columns.select(*shown).order_by("customer_id")).to_pylist()
    return placed(table, asked).select(shown).sort_by("customer_id").to_pylist(), found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", schemes.names())
def test_both_ways_say_the_same(name: str, shape: str) -> None:
    scheme = schemes.load(name)
    table = table_of(scheme, shape, 1)
    mine, theirs = both(table, dict.fromkeys(asked_of(scheme, table.column_names), True))
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
    found = placed(table, {"amount": True})
    cells = {name: found[f"amount.{name}"].to_pylist() for name in ("worse", "equal", "above", "up_to", "total")}
    assert cells["worse"] == [2, 0, 2, None, 1, None]
    assert cells["equal"] == [2, 1, 2, None, 1, None]
    assert cells["above"] == [0, 17, 0, None, 14, None]
    assert cells["up_to"] == [14, 17, 14, None, 17, None]
    assert cells["total"] == [17, 17, 17, None, 17, None]
    with DuckDB() as database:
        place = Place(database.attach("metrics", found), "amount")
        ranked = database.fetch(ibis.struct({"less": place.worse("less"), "midrank": place.midrank("more")}).as_table())
    assert ranked.column(0).combine_chunks().field("less").to_pylist()[:3] == [0, 3, 0]
    assert ranked.column(0).combine_chunks().field("midrank").to_pylist()[:3] == [250 / 3, 0.0, 250 / 3]


def test_sums_beyond_sixty_four_bits_stay_exact() -> None:
    table = pa.table(
        {
            "customer_id": [f"{n:02}" for n in range(12)],
            "amount": pa.array([HUGE] * 11 + [Decimal(5)], pa.decimal128(38, 0)),
        }
    )
    mine, theirs = both(table, {"amount": True})
    assert mine == theirs
    assert (mine[0]["amount.total"], mine[11]["amount.above"]) == (11 * HUGE + 5, 11 * HUGE)


def test_a_value_of_more_than_eighteen_digits_is_refused() -> None:
    table = pa.table({"customer_id": ["a"], "amount": pa.array([10 * HUGE], pa.decimal128(38, 0))})
    with pytest.raises(Refusal, match="more than 18 digits"):
        placed(table, {"amount": True})
