from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, fraction, grades, money

from vitalfew.classifiers.scorecard import Scorecard, notes


def card(parts: dict[str, Any], **more: Any) -> Scorecard:
    return Scorecard.model_validate({"parts": parts, **more})


PLAIN = card({"value": {"weight": 60, "of": ["monetary"]}, "loyalty": {"weight": 40, "of": ["frequency", "tenure"]}})


def whole(*values: int | None) -> pa.Array:
    return pa.array(values, pa.int64())


def test_a_part_is_the_mean_of_its_percentiles_and_the_score_their_weighted_mean() -> None:
    # percentiles of three: 0, 50, 100; loyalty of a: (50 + 100) / 2 = 75; score 0.6 × 100 + 0.4 × 75
    table = customers(monetary=money(9, 5, 1), frequency=whole(2, 3, 1), tenure=whole(30, 20, 10))
    rows = agreed(table, grade=PLAIN)
    assert [row["score"] for row in rows] == [Decimal("90.00"), Decimal("60.00"), Decimal("0.00")]
    assert [row["grade"] for row in rows] == ["A", "B", "D"]
    assert rows[0]["coverage"] == 1


def test_the_points_of_each_part_stand_in_its_column() -> None:
    table = customers(monetary=money(9, 5, 1), frequency=whole(2, 3, 1), tenure=whole(30, 20, 10))
    assert [(row["part_value"], row["part_loyalty"]) for row in agreed(table, grade=PLAIN)] == [
        (Decimal("100.00"), Decimal("75.00")),
        (Decimal("50.00"), Decimal("75.00")),
        (Decimal("0.00"), Decimal("0.00")),
    ]


def test_equal_values_have_the_percentile_of_their_middle() -> None:
    # mid-rank: 100 × (0 + (3 - 1) / 2) / 3 = 33.33
    rows = agreed(customers(monetary=money(1, 1, 1, 2)), grade=card({"value": {"weight": 1, "of": ["monetary"]}}))
    assert [row["score"] for row in rows] == [Decimal("33.33")] * 3 + [Decimal("100.00")]


@pytest.mark.parametrize("value", [0, -5, 7])
def test_b_95_all_equal_or_alone_stand_at_fifty(value: int) -> None:
    score = card({"value": {"weight": 1, "of": ["monetary"]}})
    assert grades(customers(monetary=money(value, value, value)), grade=score) == ["B", "B", "B"]
    assert grades(customers(monetary=money(value)), grade=score) == ["B"]


def test_a_missing_value_counts_fifty_and_lowers_the_coverage() -> None:
    table = customers(monetary=money(9, 5, 1), frequency=whole(None, 3, 1), tenure=whole(None, 20, 10))
    first = agreed(table, grade=PLAIN)[0]
    assert (first["score"], first["coverage"]) == (Decimal("80.00"), Decimal("0.600000"))
    assert first["grade"] == "A"  # sixty per cent is enough


def test_with_thin_coverage_the_first_grade_becomes_the_second() -> None:
    thin = card({"value": {"weight": 59, "of": ["monetary"]}, "joy": {"weight": 41, "of": ["satisfaction"]}})
    table = customers(monetary=money(9, 5, 1), satisfaction=money(None, 10, 20))
    first = agreed(table, grade=thin)[0]
    assert (first["score"], first["coverage"], first["grade"]) == (Decimal("79.50"), Decimal("0.590000"), "B")


def test_a_part_without_any_column_drops_for_all_and_the_others_share_its_weight() -> None:
    table = customers(monetary=money(9, 5, 1))
    rows = agreed(table, grade=PLAIN)
    assert [row["score"] for row in rows] == [100, 50, 0]
    assert {row["coverage"] for row in rows} == {Decimal(1)}
    assert notes(pa.Table.from_pylist(rows), "grade", PLAIN)[0][1] == {"parts": "loyalty"}


def test_a_part_with_one_of_its_columns_is_that_column() -> None:
    table = customers(monetary=money(9, 5), tenure=whole(1, 2))
    assert [row["score"] for row in agreed(table, grade=PLAIN)] == [60, 40]


def test_the_grade_is_read_from_the_score_as_shown_half_to_even() -> None:
    # 69.995 is shown as 70.00 (half to even) and is an A; 69.985 as 69.98
    steps = {"of": "points", "scale": "between", "bounds": [0, 100]}
    score = card({"value": {"weight": 1, "of": [steps]}})
    rows = agreed(customers(points=fraction("69.995", "69.985", "69.994999")), grade=score)
    assert [(row["score"], row["grade"]) for row in rows] == [
        (Decimal("70.00"), "A"),
        (Decimal("69.98"), "B"),
        (Decimal("69.99"), "B"),
    ]


def test_customers_without_an_order_are_prospects_and_outside_every_rank() -> None:
    table = customers(monetary=money(9, 1, None), satisfaction=money(50, 60, 99), has_orders=[True, True, False])
    score = card({"value": {"weight": 1, "of": ["monetary"]}, "joy": {"weight": 1, "of": ["satisfaction"]}})
    rows = agreed(table, grade=score)
    assert [(row["grade"], row["score"]) for row in rows] == [("B", 50), ("B", 50), ("prospect", None)]
    assert rows[2]["coverage"] is None


VALUE = card(
    {
        "present": {"weight": 1, "of": ["monetary"]},
        "potential": {"weight": 1, "of": ["growth"]},
        "risk": {"weight": -1, "of": ["overdue"], "softened_by": "risk_bearing"},
    },
    grades={"high": 60, "low": 0},
    loss_on="profit",
)


def test_value_is_present_and_potential_less_risk_shown_from_zero_to_a_hundred() -> None:
    # (V + 100) / 3: a 100 + 100 - 0 → 100; b 50 + 50 - 50 → 50; c 0 + 0 - 100 → 0
    table = customers(monetary=money(3, 2, 1), growth=fraction(3, 2, 1), overdue=money(0, 5, 9))
    assert [row["score"] for row in agreed(table, grade=VALUE)] == [100, 50, 0]


def test_the_ability_to_bear_risk_takes_up_to_half_of_it() -> None:
    # c's risk of 100 becomes 50 with full ability, 75 with half of it or when it is not known: (100 - 75) / 3
    bearing = [(100, Decimal("16.67")), (50, Decimal("8.33")), (None, Decimal("8.33")), (0, Decimal("0.00"))]
    for ability, expected in bearing:
        table = customers(
            monetary=money(3, 2, 1), growth=fraction(3, 2, 1), overdue=money(0, 5, 9), risk_bearing=money(0, 0, ability)
        )
        assert agreed(table, grade=VALUE)[2]["score"] == expected


def test_on_profit_customers_below_zero_are_losses() -> None:
    table = customers(monetary=money(3, 2, 1), profit=money(-1, 0, None))
    assert grades(table, grade=VALUE) == ["loss", "low", "low"]


SCALES: list[tuple[dict[str, Any], list[str]]] = [
    ({"scale": "min_max"}, ["100.00", "10.00", "0.00"]),
    ({"scale": "min_max", "better": "less"}, ["0.00", "90.00", "100.00"]),
    ({"scale": "between", "bounds": [0, 200]}, ["50.00", "5.00", "0.00"]),
    ({"scale": "between", "bounds": [0, 50], "better": "less"}, ["0.00", "80.00", "100.00"]),
    ({"scale": "percentile", "better": "less"}, ["0.00", "50.00", "100.00"]),
    (
        {"scale": "steps", "steps": [{"reach": 100, "points": 90}, {"reach": 10, "points": 40}]},
        ["90.00", "40.00", "0.00"],
    ),
    (
        {"scale": "steps", "better": "less", "steps": [{"reach": 0, "points": 90}, {"reach": "10.5", "points": 40}]},
        ["0.00", "40.00", "90.00"],
    ),
]


@pytest.mark.parametrize(("scale", "expected"), SCALES)
def test_every_scale_by_hand(scale: dict[str, Any], expected: list[str]) -> None:
    score = card({"value": {"weight": 1, "of": [{"of": "monetary", **scale}]}})
    rows = agreed(customers(monetary=money(100, 10, 0)), grade=score)
    assert [row["score"] for row in rows] == [Decimal(text) for text in expected]


@pytest.mark.parametrize("scale", [scale for scale, _ in SCALES])
@pytest.mark.parametrize("seed", range(2))
def test_both_readings_agree_on_any_table_and_scale(scale: dict[str, Any], seed: int) -> None:
    chance = Random(seed)
    score = card(
        {
            "value": {"weight": 3, "of": [{"of": "monetary", **scale}, "growth"]},
            "risk": {"weight": "-1.5", "of": ["overdue"], "softened_by": "risk_bearing", "softening": "0.3"},
        }
    )
    draw = [[chance.choice([None, chance.randint(-99, 99)]) for _ in range(17)] for _ in range(4)]
    agreed(
        customers(
            monetary=money(*draw[0]),
            growth=fraction(*draw[1]),
            overdue=money(*draw[2]),
            risk_bearing=money(*draw[3]),
            has_orders=[chance.random() < 0.8 for _ in range(17)],
        ),
        grade=score,
    )


def test_b_95_weights_are_relative_and_a_weight_of_nothing_is_refused() -> None:
    table = customers(monetary=money(9, 1), growth=fraction(1, 2))
    by_hundred_and_one = card({"a": {"weight": 81, "of": ["monetary"]}, "b": {"weight": 20, "of": ["growth"]}})
    assert [row["score"] for row in agreed(table, grade=by_hundred_and_one)] == [Decimal("80.20"), Decimal("19.80")]
    with pytest.raises(ValidationError, match="weight 0 says nothing"):
        card({"a": {"weight": 0, "of": ["monetary"]}})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"grades": {"A": 50, "B": 70, "C": 0}}, "fall from 100"),
        ({"grades": {"A": 50, "B": 10}}, "fall from 100"),
        ({"parts": {"a": {"weight": 1, "of": [{"of": "x", "scale": "between"}]}}}, "takes bounds"),
        ({"parts": {"a": {"weight": 1, "of": [{"of": "x", "scale": "between", "bounds": [3, 3]}]}}}, "low bound"),
        ({"parts": {"a": {"weight": 1, "of": []}}}, "at least 1"),
    ],
)
def test_a_card_that_makes_no_sense_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Scorecard.model_validate({"parts": {"a": {"weight": 1, "of": ["x"]}}, **wrong})
