from decimal import Decimal
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades, in_columns, money

from vitalfew.classifiers.conditions import Condition
from vitalfew.classifiers.rules import Rules
from vitalfew.classifiers.thresholds import Thresholds
from vitalfew.errors import Refusal


def rules(*lines: dict[str, Any], **more: Any) -> Rules:
    return Rules.model_validate({"rules": lines, **more})


def when(of: str, test: str, value: Any = None) -> dict[str, Any]:
    return {"of": of, "test": test, "value": value}


def test_the_first_rule_that_holds_counts() -> None:
    table = customers(industry=["army", "retail", "school", None], monetary=money(5, 5000, 9000, 1))
    kind = rules(
        {"label": "important", "when": [when("industry", "in", ["army", "school"])]},
        {"label": "economic", "when": [when("monetary", ">=", 1000)]},
        otherwise="other",
    )
    assert grades(table, kind=kind) == ["important", "economic", "important", "other"]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (when("x", ">=", 2), [False, True, True, False]),
        (when("x", ">", 2), [False, False, True, False]),
        (when("x", "<=", 2), [True, True, False, False]),
        (when("x", "<", 2), [True, False, False, False]),
        (when("x", "==", 2), [False, True, False, False]),
        (when("x", "!=", 2), [True, False, True, False]),
        (when("x", "in", [1, 3]), [True, False, True, False]),
        (when("x", "between", [1, 2]), [True, True, False, False]),
        (when("x", "missing"), [False, False, False, True]),
        (when("x", "known"), [True, True, True, False]),
        (when("flag", "==", True), [True, False, False, False]),
        (when("flag", "==", False), [False, True, False, False]),
        (when("word", "!=", "a"), [False, True, False, False]),
        (when("absent", ">=", 0), [False, False, False, False]),
        (when("absent", "missing"), [True, True, True, True]),
    ],
)
def test_each_test_says_what_it_says_and_missing_fails_it(condition: dict[str, Any], holds: list[bool]) -> None:
    table = customers(x=[1, 2, 3, None], flag=[True, False, None, None], word=["a", "b", None, None])
    label = rules({"label": "yes", "when": [condition, when("customer_id", "known")]}, otherwise="no")
    assert grades(table, label=label) == ["yes" if held else "no" for held in holds]


def test_labels_of_earlier_classifiers_are_columns_like_any_other() -> None:
    table = customers(monetary=money(5000, 10))
    size = Thresholds(of="monetary", cuts=(1000,), names=("big", "small"))
    care = rules({"label": "visit", "when": [when("size", "==", "big")]}, otherwise="call")
    assert grades(table, size=size, care=care) == ["visit", "call"]


def test_the_score_is_that_of_the_named_classifier_or_metric() -> None:
    table = customers(monetary=money(5000, 10))
    size = Thresholds(of="monetary", cuts=(1000,), names=("big", "small"))
    always = {"label": "all"}
    assert [row["score"] for row in agreed(table, size=size, care=rules(always, score="size"))] == [2, 1]
    assert [row["score"] for row in agreed(table, care=rules(always, score="monetary"))] == [5000, 10]
    assert [row["score"] for row in agreed(table, care=rules(always))] == [None, None]


def test_a_decimal_in_a_document_is_exact_and_survives_a_dump() -> None:
    condition = Condition(of="x", test=">=", value=0.1)
    assert condition.value == Decimal("0.1")
    assert Condition.model_validate(condition.model_dump(mode="json")) == condition
    table = customers(x=money("0.10", "0.09"))
    assert grades(table, y=rules({"label": "yes", "when": [when("x", ">=", 0.1)]}, otherwise="no")) == ["yes", "no"]


def test_four_digits_behind_the_point_are_not_rounded_away() -> None:
    table = customers(x=money("0.01", "0.00"))
    assert grades(table, y=rules({"label": "yes", "when": [when("x", ">", 0.0099)]}, otherwise="no")) == ["yes", "no"]


def test_words_held_against_numbers_are_refused_in_one_sentence() -> None:
    table = customers(industry=["army"])
    with pytest.raises(Refusal, match="'industry' against a value of another kind"):
        in_columns(table, {"kind": rules({"label": "x", "when": [when("industry", ">=", 3)]})})


@pytest.mark.parametrize(
    "wrong",
    [
        when("x", ">=", [1, 2]),
        when("x", "in", 1),
        when("x", "between", [2, 1]),
        when("x", "between", [1, 2, 3]),
        when("x", "missing", 1),
        when("x", ">="),
        when("x", ">", "much"),
        when("x", "~", 1),
    ],
)
def test_a_value_that_does_not_fit_the_test_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(wrong)


@pytest.mark.parametrize("seed", range(4))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    n = 40
    table = customers(
        monetary=money(*(chance.choice([None, 0, -1, 10, 10.5]) for _ in range(n))),
        industry=[chance.choice([None, "army", "retail"]) for _ in range(n)],
        strategic=[chance.choice([None, True, False]) for _ in range(n)],
        has_orders=[chance.random() < 0.7 for _ in range(n)],
    )
    label = rules(
        {"label": "p", "who": "prospects", "when": [when("industry", "missing")]},
        {"label": "q", "when": [when("monetary", "between", [0, 10.25]), when("industry", "!=", "army")]},
        {"label": "r", "who": "buyers", "when": [when("strategic", "==", True)]},
        {"label": "s", "when": [when("monetary", "<", 0)]},
        score="monetary",
    )
    agreed(table, label=label)
