import pyarrow as pa
import pytest
from two_readings import customers, grades, money

from vitalfew.classifiers.rules import Rules
from vitalfew.classifiers.scorecard import Scorecard
from vitalfew.classifiers.standing import Standing
from vitalfew.registry import MethodParameters

CHAIN: dict[str, MethodParameters] = {
    "account_grade": Scorecard.model_validate({"parts": {"value": {"weight": 1, "of": ["monetary"]}}}),
    "potential": Scorecard.model_validate(
        {
            "parts": {"potential": {"weight": 1, "of": ["growth"]}},
            "grades": {"high": 70, "ordinary": 0},
            "least_coverage": 0,
            "digits": 9,
        }
    ),
    "standing": Standing(grade="account_grade"),
}


def test_key_before_potential_before_ordinary() -> None:
    # growth of six: percentiles 0, 20, 40, 60, 80, 100
    table = customers(monetary=money(6, 5, 4, 3, 2, 1), growth=money(1, 6, 5, 4, 3, 2))
    assert grades(table, **CHAIN) == ["key", "key", "potential", "ordinary", "ordinary", "ordinary"]


def test_seventy_belongs_to_potential() -> None:
    # eleven customers: percentiles 0, 10 … 100
    table = customers(monetary=money(*[1] * 11), growth=money(*range(11)))
    assert grades(table, **CHAIN) == ["ordinary"] * 7 + ["potential"] * 4


def test_what_is_only_shown_as_seventy_is_not_seventy() -> None:
    # 22 of 47 are worse in growth, 41 of 44 in expectation: (46.81 + 93.18) / 2 = 69.9952 is shown as 70.00
    growth, expected = [*range(48)], [*range(45), None, None, None]
    expected[22], expected[41] = expected[41], expected[22]
    both = CHAIN["potential"].model_dump() | {"parts": {"p": {"weight": 1, "of": ["growth", "expected_spend"]}}}
    chain = CHAIN | {"potential": Scorecard.model_validate(both)}
    table = customers(monetary=money(*[1] * 48), growth=money(*growth), expected_spend=money(*expected))
    assert grades(table, **chain)[22] == "ordinary"


def test_without_growth_and_expectation_nobody_is_potential() -> None:
    table = customers(monetary=money(9, 5, 1))
    assert grades(table, account_grade=CHAIN["account_grade"], standing=CHAIN["standing"]) == [
        "key",
        "ordinary",
        "ordinary",
    ]


def test_customers_without_an_order_are_held_against_the_expectations_of_all() -> None:
    # expectations 10 … 60 of four buyers and two others: percentiles 0, 20, 40, 60 and 80, 100
    table = customers(
        monetary=money(1, 1, 1, 1, None, None, None),
        expected_spend=money(20, 40, 60, 10, 50, 30, None),
        has_orders=[True] * 4 + [False] * 3,
    )
    chain = {"account_grade": CHAIN["account_grade"], "standing": CHAIN["standing"]}
    assert grades(table, **chain) == ["ordinary"] * 4 + ["potential", "ordinary", "ordinary"]


@pytest.mark.parametrize(("amount", "expected"), [(0, "ordinary"), (10**9, "ordinary"), (None, "ordinary")])
def test_alone_a_prospect_stands_at_fifty(amount: int | None, expected: str) -> None:
    table = customers(monetary=money(None), expected_spend=money(amount), has_orders=[False])
    chain = {"account_grade": CHAIN["account_grade"], "standing": CHAIN["standing"]}
    assert grades(table, **chain) == [expected]


def test_any_classifier_may_give_the_grade() -> None:
    table = customers(level=pa.array(["gold", "tin"]))
    rules = Rules.model_validate(
        {"rules": [{"when": [{"of": "level", "test": "==", "value": "gold"}], "label": "best"}], "otherwise": "rest"}
    )
    assert grades(table, tier=rules, standing=Standing(grade="tier", best=("best",))) == ["key", "ordinary"]
