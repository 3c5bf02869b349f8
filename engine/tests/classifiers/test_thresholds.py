from decimal import Decimal
from random import Random

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades, money

from vitalfew.classifiers.thresholds import Thresholds


def test_fixed_values_are_reached_by_being_at_them() -> None:
    table = customers(monetary=money("1000", "999.99", "100", "99.99", "0", "-5", None))
    high_from_1000 = Thresholds(of="monetary", cuts=(1000, 100))
    assert grades(table, size=high_from_1000) == ["high", "middle", "middle", "low", "low", "low", None]


def test_the_score_counts_classes_from_the_worst() -> None:
    table = customers(monetary=money("1000", "100", "1"))
    assert [row["score"] for row in agreed(table, size=Thresholds(of="monetary", cuts=(1000, 100)))] == [3, 2, 1]


def test_where_less_is_better_the_cuts_rise() -> None:
    table = customers(recency_days=[10, 30, 31, 91])
    fresh = Thresholds(of="recency_days", cuts=(30, 90), better="less", names=("fresh", "cooling", "cold"))
    assert grades(table, freshness=fresh) == ["fresh", "fresh", "cooling", "cold"]


def test_percentiles_ask_how_many_are_strictly_worse() -> None:
    # five values: 80 % worse means four of five, 40 % two of five; the two that are equal share a class
    table = customers(frequency=[9, 5, 5, 2, 1])
    assert grades(table, often=Thresholds(of="frequency", by="percentile", cuts=(80, 40))) == [
        "high",
        "middle",
        "middle",
        "low",
        "low",
    ]


@pytest.mark.parametrize(
    ("values", "above"),
    [
        ([1, 2, 3], [False, True, True]),  # the median itself is not below the median
        ([1, 2, 3, 4], [False, False, True, True]),  # 2.5 lies between two customers
        ([1, 2, 2, 2], [False, True, True, True]),
        ([7, 7, 7], [True, True, True]),
    ],
)
def test_the_median_cut_is_at_the_median(values: list[int], above: list[bool]) -> None:
    half = Thresholds(of="frequency", by="median", names=("upper", "lower"))
    expected = ["upper" if is_above else "lower" for is_above in above]
    assert grades(customers(frequency=values), half=half) == expected


def test_the_mean_counts_negative_values_as_they_are() -> None:
    table = customers(profit=money("90", "10", "-40"))  # mean 20
    assert grades(table, side=Thresholds(of="profit", by="mean", names=("above", "below"))) == [
        "above",
        "below",
        "below",
    ]


def test_customers_without_an_order_stand_outside_the_population_but_not_outside_fixed_values() -> None:
    table = customers(influence=money("50", "10", "90"), has_orders=[True, True, False])
    names = ("upper", "lower")
    assert grades(table, a=Thresholds(of="influence", by="median", names=names)) == ["upper", "lower", None]
    assert grades(table, a=Thresholds(of="influence", cuts=(80,), names=names)) == ["lower", "lower", "upper"]


def test_a_cut_with_many_digits_is_kept_whole() -> None:
    table = customers(rate=money("0.12", "0.13"))
    assert grades(table, level=Thresholds(of="rate", cuts=("0.1250001",), names=("high", "low"))) == ["low", "high"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"cuts": (100, 1000)},  # best class first, so they fall
        {"cuts": ()},
        {"cuts": (1000, 100), "names": ("high", "low")},
        {"by": "percentile", "cuts": (120, 40)},
        {"by": "median", "cuts": (50,)},
        {"by": "mean", "names": ("same", "same")},
    ],
)
def test_cuts_and_names_that_do_not_fit_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Thresholds.model_validate({"of": "monetary", **wrong})


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("better", ["more", "less"])
def test_both_readings_agree_on_any_table(seed: int, better: str) -> None:
    chance = Random(seed)
    values = [chance.choice([None, 0, -3, 5, Decimal("2.50"), chance.randint(-9, 99)]) for _ in range(30)]
    table = customers(monetary=money(*values), has_orders=[chance.random() < 0.8 for _ in values])
    three = ("high", "middle", "low")
    for by, cuts, names in (
        ("percentile", ("66.67", "33.33"), three),
        ("median", (), ("upper", "lower")),
        ("mean", (), ("upper", "lower")),
        ("value", ("50", "2.5") if better == "more" else ("2.5", "50"), three),
    ):
        agreed(table, it=Thresholds(of="monetary", by=by, cuts=cuts, better=better, names=names))
