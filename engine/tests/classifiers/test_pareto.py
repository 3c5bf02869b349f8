from decimal import Decimal

import pyarrow as pa
import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades, money

from vitalfew.classifiers.pareto import Pareto

ABC = Pareto(of="monetary")
BANDS = Pareto(of=("contribution", "monetary"), by="count", cuts=(20, 80), names=("top", "middle", "bottom"))


def abc(*values: object) -> list[object]:
    return grades(customers(monetary=money(*values)), abc=ABC)


def test_the_first_class_brings_eighty_per_cent_and_the_second_the_next_fifteen() -> None:
    # total 100; before each: 0, 50, 80, 90, 95
    assert abc(50, 30, 10, 5, 5) == ["A", "A", "B", "B", "B"]


def test_a_customer_that_begins_exactly_at_a_cut_stands_behind_it() -> None:
    # 100 × B < c × T is strict: B = 80 of T = 100 is no longer A, B = 95 no longer B
    assert abc(80, 15, 3, 2) == ["A", "B", "C", "C"]


def test_equal_values_share_a_class_even_across_a_cut() -> None:
    assert abc(70, 10, 10, 10) == ["A", "A", "A", "A"]


def test_score_and_shares_say_how_much_lies_before_and_up_to_a_customer() -> None:
    rows = agreed(customers(monetary=money(50, 30, 10, 10)), abc=ABC)
    assert [row["score"] for row in rows] == [Decimal("100.00"), Decimal("50.00"), Decimal("20.00"), Decimal("20.00")]
    assert [row["share"] for row in rows] == [Decimal("0.5"), Decimal("0.3"), Decimal("0.1"), Decimal("0.1")]
    assert [row["cumulative_share"] for row in rows] == [Decimal("0.5"), Decimal("0.8"), Decimal(1), Decimal(1)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((5, 5, 5), ["A", "A", "A"], id="all equal and above zero"),
        pytest.param((0, 0), ["C", "C"], id="all zero"),
        pytest.param((-5, -1), ["C", "C"], id="only negative"),
        pytest.param((7,), ["A"], id="one customer"),
        pytest.param((99900, 50, 30, 20), ["A", "C", "C", "C"], id="one with 99.9 %"),
        pytest.param((100, 0, -20), ["A", "C", "C"], id="negative counts as zero in the total"),
        pytest.param((100, None), ["A", None], id="missing"),
    ],
)
def test_b_95(values: tuple[object, ...], expected: list[object]) -> None:
    assert abc(*values) == expected


def test_without_sales_above_zero_the_score_is_zero_and_the_shares_are_missing() -> None:
    rows = agreed(customers(monetary=money(0, -3)), abc=ABC)
    assert [(row["score"], row["share"], row["cumulative_share"]) for row in rows] == [(0, None, None)] * 2


def test_customers_without_an_order_stand_outside() -> None:
    table = customers(monetary=money(50, 50, None), has_orders=[True, True, False])
    assert grades(table, abc=ABC) == ["A", "A", None]


def test_by_count_cuts_the_number_of_customers_and_counts_negative_ones() -> None:
    table = customers(monetary=money(9, 8, 7, 6, 5, 4, 3, 2, 0, -1))
    assert grades(table, band=BANDS) == ["top"] * 2 + ["middle"] * 6 + ["bottom"] * 2


def test_contribution_is_taken_where_costs_are_known() -> None:
    table = customers(monetary=money(1, 2, 3, 4, 5), contribution=money(5, 4, 3, 2, 1))
    assert grades(table, band=BANDS) == ["top", "middle", "middle", "middle", "bottom"]


def test_a_loss_stands_beside_the_classes() -> None:
    tiers = Pareto(of="contribution", names=("high", "middle", "low"), below_zero="loss")
    assert grades(customers(contribution=money(90, 10, 0, -1)), tier=tiers) == ["high", "middle", "low", "loss"]
    assert tiers.labels() == ("high", "middle", "low", "loss")


def test_a_cut_is_exact_to_its_last_digit() -> None:
    # before the second lie 66.666… %: below one cut and above the other, which differ in the fourth digit
    below = Pareto(of="monetary", cuts=(Decimal("66.6666"),), names=("few", "many"))
    above = Pareto(of="monetary", cuts=(Decimal("66.6667"),), names=("few", "many"))
    table = customers(monetary=money(2, 1))
    assert grades(table, few=below) == ["few", "many"]
    assert grades(table, few=above) == ["few", "few"]


def test_whole_numbers_are_shared_out_like_money() -> None:
    assert grades(customers(orders=pa.array([8, 1, 1], pa.int64())), abc=Pareto(of="orders")) == ["A", "B", "B"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"cuts": (95, 80)}, "must rise"),
        ({"cuts": (80, 100)}, "between 0 and 100"),
        ({"names": ("A", "B")}, "2 names given"),
        ({"names": ("A", "A", "B")}, "name of its own"),
        ({"of": ()}, "at least one metric"),
    ],
)
def test_cuts_and_names_that_do_not_fit_are_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Pareto(**{"of": "monetary", **wrong})
