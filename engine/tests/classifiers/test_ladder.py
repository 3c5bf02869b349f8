from random import Random

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, fraction, grades, money

from vitalfew.classifiers.ladder import Ladder

# Long and stable, pays the fitting price, recommends us (M51); the names are the firm's own.
LOYALTY = Ladder.model_validate(
    {
        "levels": [
            {"name": "buyer", "when": [{"of": "frequency", "test": ">=", "value": 1}]},
            {"name": "regular", "when": [{"of": "tenure_days", "test": ">=", "value": 730}]},
            {"name": "fair", "when": [{"of": "discount_share", "test": "<=", "value": 0.1}]},
            {"name": "loyal", "when": [{"of": "referrals", "test": ">=", "value": 1}]},
        ],
        "ground": "prospect",
    }
)


def test_the_highest_level_whose_conditions_and_all_lower_ones_hold() -> None:
    table = customers(
        frequency=[9, 9, 9, 9, 0],
        tenure_days=[800, 800, 800, 100, 900],
        discount_share=fraction("0.1", "0.1", "0.3", "0", "0"),
        referrals=[2, 0, 5, 5, 5],
    )
    rows = agreed(table, loyalty=LOYALTY)
    # the third recommends us but buys at a discount, the fourth is new: nobody skips a rung
    assert [row["grade"] for row in rows] == ["loyal", "fair", "regular", "buyer", "prospect"]
    assert [row["score"] for row in rows] == [4, 3, 2, 1, 0]


def test_a_missing_value_fails_a_condition_unless_missing_is_asked_for() -> None:
    table = customers(frequency=[5, 5], tenure_days=[800, None], discount_share=fraction(None, None), referrals=[1, 1])
    assert grades(table, loyalty=LOYALTY) == ["regular", "buyer"]
    forgiving = Ladder.model_validate(
        {"levels": [{"name": "unknown", "when": [{"of": "discount_share", "test": "missing"}]}]}
    )
    assert grades(table, loyalty=forgiving) == ["unknown", "unknown"]


def test_a_column_that_the_facts_cannot_give_is_missing_for_everybody() -> None:
    table = customers(frequency=[5], tenure_days=[800])
    assert grades(table, loyalty=LOYALTY) == ["regular"]
    assert LOYALTY.lacks({"tenure_days"}) == ()
    assert LOYALTY.lacks({"monetary"}) == ("frequency", "tenure_days", "discount_share", "referrals")


def test_below_the_lowest_level_there_is_no_label_unless_it_is_named() -> None:
    bare = Ladder(levels=LOYALTY.levels)
    table = customers(frequency=[0], tenure_days=[1], discount_share=fraction(0), referrals=[0])
    assert grades(table, loyalty=bare) == [None]


def test_levels_may_be_for_buyers_only() -> None:
    ladder = Ladder.model_validate({"levels": [{"name": "known"}, {"name": "customer", "who": "buyers"}]})
    table = customers(monetary=money(1, None), has_orders=[True, False])
    assert grades(table, relation=ladder) == ["customer", "known"]


def test_two_levels_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="a name of its own"):
        Ladder.model_validate({"levels": [{"name": "known"}, {"name": "known"}]})


@pytest.mark.parametrize("seed", range(4))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    n = 40
    table = customers(
        frequency=[chance.choice([None, 0, 1, 5]) for _ in range(n)],
        tenure_days=[chance.choice([None, 729, 730]) for _ in range(n)],
        discount_share=fraction(*(chance.choice([None, "0.1", "0.100001"]) for _ in range(n))),
        referrals=[chance.choice([None, 0, 1]) for _ in range(n)],
        has_orders=[chance.random() < 0.9 for _ in range(n)],
    )
    agreed(table, loyalty=LOYALTY)
