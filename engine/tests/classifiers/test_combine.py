from random import Random
from typing import Any

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, fraction, grades, money

from vitalfew.classifiers.combine import Combine
from vitalfew.classifiers.thresholds import Thresholds


def level(of: str, *cuts: int) -> Thresholds:
    return Thresholds(of=of, cuts=cuts)


def one_track(**track: Any) -> Combine:
    return Combine.model_validate({"tracks": [{"name": "all", **track}]})


POINTS = {"high": 3, "middle": 2, "low": 1}
# Existing customers by satisfaction, loyalty and value; potential ones by potential value and intent (M145).
TWO_TRACKS = Combine.model_validate(
    {
        "tracks": [
            {
                "name": "existing",
                "who": "buyers",
                "grades": ["A", "B", "C"],
                "by": "points",
                "parts": [{"of": name, "points": POINTS} for name in ("happy", "loyal", "value")],
                "cuts": [8, 5],
                "caps": [{"at_most": "B", "when": [{"of": "collection", "test": "<", "value": 0.8}]}],
            },
            {
                "name": "potential",
                "who": "prospects",
                "grades": ["P1", "P2"],
                "by": "table",
                "table": [
                    {
                        "grade": "P1",
                        "when": [
                            {"of": "expected_spend", "test": ">=", "value": 1000},
                            {"of": "intent", "test": ">=", "value": 60},
                        ],
                    },
                    {"grade": "P2"},
                ],
            },
        ]
    }
)
LEVELS = {
    "happy": level("satisfaction", 80, 50),
    "loyal": level("tenure_days", 730, 180),
    "value": level("monetary", 1000, 100),
}


def company() -> Any:
    return customers(
        satisfaction=[90, 90, 60, None, None],
        tenure_days=[900, 900, 200, None, None],
        monetary=money(5000, 5000, 50, None, None),
        collection=fraction("0.95", "0.5", "1", None, None),
        expected_spend=money(None, None, None, 9000, 9000),
        intent=[None, None, None, 80, 20],
        has_orders=[True, True, True, False, False],
    )


def test_existing_and_potential_customers_are_graded_on_tracks_of_their_own() -> None:
    rows = agreed(company(), **LEVELS, grade=TWO_TRACKS)
    assert [row["grade"] for row in rows] == ["A", "B", "B", "P1", "P2"]
    assert [row["track"] for row in rows] == ["existing"] * 3 + ["potential"] * 2


def test_potential_customers_have_no_score_so_nobody_can_rank_them_among_the_others() -> None:
    assert [row["score"] for row in agreed(company(), **LEVELS, grade=TWO_TRACKS)] == [9, 9, 5, None, None]


def test_a_cap_says_what_the_grade_would_have_been() -> None:
    rows = agreed(company(), **LEVELS, grade=TWO_TRACKS)
    assert rows[1]["grade"] == "B"
    assert rows[1]["ungated"] == "A"


def test_a_gate_lets_only_those_through_for_whom_it_holds() -> None:
    gated = one_track(
        grades=["A", "B", "C"],
        by="worst",
        parts=[{"of": "value", "grades": {"high": "A", "middle": "B", "low": "C"}}],
        gates=[
            {"grade": "B", "when": [{"of": "satisfaction", "test": ">=", "value": 50}]},
            {"grade": "A", "when": [{"of": "satisfaction", "test": ">=", "value": 80}]},
        ],
    )
    table = customers(monetary=money(5000, 5000, 5000, 5000, 10), satisfaction=[90, 60, 20, None, 90])
    assert grades(table, value=LEVELS["value"], grade=gated) == ["A", "B", "C", "C", "C"]


@pytest.mark.parametrize(("by", "expected"), [("worst", ["C", "A", "C", None]), ("best", ["A", "A", "C", None])])
def test_the_worst_or_the_best_of_the_parts_counts_and_a_silent_part_says_nothing(by: str, expected: list[str]) -> None:
    table = customers(x=[100, 100, None, None], y=[1, None, 1, None])
    named = {name: Thresholds(of=name, cuts=(90, 50), names=("A", "B", "C")) for name in ("x", "y")}
    chain = {f"{name}_class": method for name, method in named.items()}
    final = one_track(grades=["A", "B", "C"], by=by, parts=[{"of": name} for name in chain])
    assert grades(table, **chain, grade=final) == expected


def test_a_silent_part_leaves_no_points_unless_it_is_said_how_many_it_counts() -> None:
    table = customers(x=[100, None])
    parts = {"grades": ["A", "B"], "by": "points", "parts": [{"of": "level", "points": POINTS}], "cuts": [2]}
    assert grades(table, level=level("x", 90, 50), grade=one_track(**parts)) == ["A", None]
    assert grades(table, level=level("x", 90, 50), grade=one_track(**parts, unknown=1.5)) == ["A", "B"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"by": "points", "parts": [{"of": "x"}], "cuts": []}, "falling cuts"),
        ({"by": "table", "parts": [{"of": "x"}]}, "a table has lines"),
        ({"by": "worst", "parts": [{"of": "x"}], "caps": [{"at_most": "Z"}]}, "not among the grades"),
        ({"by": "worst", "parts": [{"of": "x"}], "gates": [{"grade": "B"}]}, "nowhere to go"),
    ],
)
def test_a_track_that_does_not_fit_together_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        one_track(grades=["A", "B"], **wrong)


def test_two_tracks_cannot_share_a_grade() -> None:
    line = {"by": "table", "table": [{"grade": "A"}], "grades": ["A"]}
    with pytest.raises(ValidationError, match="grades of their own"):
        Combine.model_validate({"tracks": [{"name": "x", **line}, {"name": "y", **line}]})


@pytest.mark.parametrize("seed", range(4))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    n = 40
    table = customers(
        satisfaction=[chance.choice([None, 20, 60, 95]) for _ in range(n)],
        tenure_days=[chance.choice([None, 1, 200, 900]) for _ in range(n)],
        monetary=money(*(chance.choice([None, -5, 50, 500, 5000]) for _ in range(n))),
        collection=fraction(*(chance.choice([None, "0.5", "0.8"]) for _ in range(n))),
        expected_spend=money(*(chance.choice([None, 10, 9000]) for _ in range(n))),
        intent=[chance.choice([None, 59, 60]) for _ in range(n)],
        has_orders=[chance.random() < 0.7 for _ in range(n)],
    )
    agreed(table, **LEVELS, grade=TWO_TRACKS)
