from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from oracle import four_types as oracle
from two_readings import agreed, customers, fraction, grades, in_columns, money

from vitalfew.classifiers.four_types import Caps, FourTypes, notes

TYPES = FourTypes()


def table(*rows: dict[str, Any]) -> pa.Table:
    """Customers with two years, five orders, the last of them ten days ago and sales of 100, but for what is told."""
    usual = {"monetary": 100, "tenure_days": 730, "frequency": 5, "recency_days": 10, "has_orders": True}
    cells = {
        name: [{**usual, **row}.get(name) for row in rows] for name in {**usual, **{k: 0 for r in rows for k in r}}
    }
    return customers(**{name: _column(name, values) for name, values in cells.items()})


def _column(name: str, values: list[Any]) -> Any:
    if name in ("monetary", "expected_spend", "wallet_amount"):
        return money(*values)
    if name == "growth":
        return fraction(*values)
    return (
        values if name == "has_orders" else pa.array(values, pa.string() if name.endswith("standing") else pa.int64())
    )


PROSPECT = {"has_orders": False, "monetary": None, "frequency": None, "recency_days": None, "tenure_days": None}


def test_old_customers_are_big_when_they_bring_the_first_eighty_per_cent() -> None:
    rows = table({"monetary": 60}, {"monetary": 20}, {"monetary": 15}, {"monetary": 5})
    assert grades(rows, type=TYPES) == ["old_big", "old_big", "old_small", "old_small"]


def test_a_customer_is_old_from_the_three_hundred_and_sixty_fifth_day() -> None:
    rows = table({"tenure_days": 365}, {"tenure_days": 364, "monetary": 1000})
    assert grades(rows, type=TYPES) == ["old_big", "new_big"]


def test_an_old_customer_that_bought_nothing_for_a_year_sleeps_and_is_small() -> None:
    rows = agreed(table({}, {"monetary": 0, "recency_days": 365}, {"monetary": 0, "recency_days": 364}), type=TYPES)
    assert [(row["grade"], row["asleep"]) for row in rows] == [
        ("old_big", False),
        ("old_small", True),
        ("old_small", False),
    ]


def test_a_new_customer_is_big_by_its_standing_whatever_it_bought() -> None:
    rows = table({}, {"tenure_days": 30, "monetary": 1, "regional_standing": "leading"})
    assert grades(rows, type=TYPES) == ["old_big", "new_big"]


def test_expected_spend_comes_before_the_wallet_and_both_before_own_sales() -> None:
    new = {"tenure_days": 30, "monetary": 5000, "regional_standing": "small"}
    rows = table(
        {},
        {**new, "expected_spend": 99, "wallet_amount": 1000},
        {**new, "expected_spend": None, "wallet_amount": 100},
        {**new, "expected_spend": 0},
        new,
    )
    assert grades(rows, type=TYPES) == ["old_big", "new_small", "new_big", "new_small", "new_big"]


@pytest.mark.parametrize(
    ("sales", "days", "orders", "expected"),
    [
        pytest.param("49.31", 180, 2, "new_small", id="49.31 × 365 ÷ 180 = 99.99"),
        pytest.param("49.32", 180, 2, "new_big", id="49.32 × 365 ÷ 180 = 100.01"),
        pytest.param("49.32", 20, 2, "new_big", id="never scaled up from less than 180 days"),
        pytest.param("54.79", 200, 2, "new_small", id="54.79 × 365 ÷ 200 = 99.99"),
        pytest.param("60.00", 219, 2, "new_big", id="60 × 365 ÷ 219 is exactly 100"),
        pytest.param("99.99", 30, 1, "new_small", id="one order is not scaled"),
        pytest.param("100.00", 30, 1, "new_big", id="not below the smallest big one is big"),
    ],
)
def test_own_sales_are_scaled_to_a_year_exactly(sales: str, days: int, orders: int, expected: str) -> None:
    rows = table({}, {"monetary": Decimal(sales), "tenure_days": days, "frequency": orders})
    assert grades(rows, type=TYPES) == ["old_big", expected]


def test_without_a_big_old_customer_the_new_ones_are_compared_with_each_other() -> None:
    new = {"tenure_days": 100, "frequency": 1}
    rows = table({**new, "monetary": 60}, {**new, "monetary": 20}, {**new, "monetary": 20}, {**new, "monetary": 0})
    assert grades(rows, type=TYPES) == ["new_big", "new_big", "new_big", "new_small"]


def test_thirds_that_add_up_to_the_cut_are_a_tie() -> None:
    # amounts a year 73·2/3·… : two of 2x and one of x; before the last 100 × 4x = 80 × 5x, which is not below
    rows = table(
        {"tenure_days": 300, "monetary": 2}, {"tenure_days": 300, "monetary": 2}, {"tenure_days": 300, "monetary": 1}
    )
    assert grades(rows, type=TYPES) == ["new_big", "new_big", "new_small"]


def test_equal_amounts_from_different_days_are_of_equal_size() -> None:
    # 180.00 in 180 days and 200.00 in 200 days are both 365 a year
    rows = agreed(table({"tenure_days": 180, "monetary": 180}, {"tenure_days": 200, "monetary": 200}), type=TYPES)
    assert [(row["grade"], row["expected_amount"]) for row in rows] == [("new_big", Decimal("365.00"))] * 2


def test_who_never_bought_is_new_with_an_expectation_or_a_leading_standing_and_else_nothing() -> None:
    rows = table(
        {},
        {**PROSPECT, "expected_spend": 500},
        {**PROSPECT, "wallet_amount": 50},
        {**PROSPECT, "regional_standing": "leading"},
        PROSPECT,
    )
    assert grades(rows, type=TYPES) == ["old_big", "new_big", "new_small", "new_big", None]


@pytest.mark.parametrize("amount", [0, -10])
def test_b_95_without_any_sales_above_zero_everybody_is_small(amount: int) -> None:
    rows = table({"monetary": amount}, {"monetary": amount}, {"monetary": amount, "tenure_days": 10})
    assert grades(rows, type=TYPES) == ["old_small", "old_small", "new_small"]


def test_b_95_all_equal_are_all_big() -> None:
    assert grades(table({}, {}, {"tenure_days": 30, "frequency": 1}), type=TYPES) == ["old_big", "old_big", "new_big"]


def test_caps_on_number_share_and_growth_are_named() -> None:
    capped = FourTypes(caps=Caps(number=1, share=Decimal(50), growth=Decimal("0.3")))
    rows = table(
        {"monetary": 50, "growth": "0.300000"},
        {"monetary": 40, "growth": "0.300001"},
        {"monetary": 5, "growth": 9},
        {"monetary": 5, "growth": None},
    )
    graded = agreed(rows, type=capped)
    assert [row["grade"] for row in graded] == ["old_big", "old_big", "old_small", "old_small"]
    assert [row["over_cap"] for row in graded] == [None, "number growth", None, None]
    assert notes(pa.Table.from_pylist(graded), "grade", capped)[0][1] == {"count": 2, "cap": 1}
    fewer = FourTypes(caps=Caps(share=Decimal(25)))
    assert [row["over_cap"] for row in agreed(rows, type=fewer)] == [None, "share", None, None]


def test_a_share_is_of_all_customers_where_no_customers_file_tells_of_others() -> None:
    rows = table({"monetary": 60}, {"monetary": 30}, {"monetary": 5}, {"monetary": 5})
    capped = FourTypes(caps=Caps(share=Decimal(25)))
    buyers_alone = rows.drop_columns("has_orders")
    assert [row["over_cap"] for row in agreed(buyers_alone, type=capped)] == [None, "share", None, None]


def test_customers_of_equal_sales_break_a_cap_together() -> None:
    capped = FourTypes(caps=Caps(number=1))
    assert [row["over_cap"] for row in agreed(table({}, {}), type=capped)] == ["number", "number"]


@pytest.mark.parametrize("seed", range(6))
def test_the_slow_reading_of_the_contract_says_the_same(seed: int) -> None:
    chance = Random(seed)
    old = 0 if seed % 3 == 0 else 0.5
    rows = []
    for _ in range(40):
        row: dict[str, Any] = {
            "monetary": Decimal(chance.randint(-500, 9000)) / 100,
            "tenure_days": chance.randint(365, 900) if chance.random() < old else chance.randint(1, 364),
            "frequency": chance.randint(0, 4),
            "recency_days": chance.choice([None, chance.randint(0, 500)]),
            "regional_standing": chance.choice([None, "leading", "small", "middle", "middle"]),
            "expected_spend": chance.choice([None, None, None, chance.randint(0, 90)]),
            "wallet_amount": chance.choice([None, None, None, chance.randint(0, 90)]),
        }
        rows.append(row if chance.random() < 0.8 else {**row, **PROSPECT})
    metrics = table(*rows)
    expected = oracle.four_types(metrics.to_pylist())
    assert {row["customer_id"]: row["grade"] for row in in_columns(metrics, {"type": TYPES})} == expected
