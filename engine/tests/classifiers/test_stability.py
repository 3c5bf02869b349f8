from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades, money

from vitalfew.classifiers.rules import Rules
from vitalfew.classifiers.stability import Stability, notes

TODAY = date(2026, 11, 22)
# The guarded classifier: A from 70, B from 50, C below, by a column of points that is also the score.
CLASSES = Rules.model_validate(
    {
        "rules": [
            {"label": "A", "when": [{"of": "points", "test": ">=", "value": 70}]},
            {"label": "B", "when": [{"of": "points", "test": ">=", "value": 50}]},
            {"label": "C", "when": [{"of": "points", "test": "known"}]},
        ],
        "score": "points",
    }
)
BOUNDARIES = {"of": "classes", "grades": ("A", "B", "C"), "boundaries": (70, 50)}


def guard(**parameters: Any) -> Stability:
    return Stability.model_validate({**BOUNDARIES, "confirm": False, **parameters})


def company(points: list[Any], before: list[Any], candidates: list[Any] | None = None, days: int = 400) -> Any:
    return customers(
        points=money(*points),
        previous_grade=before,
        previous_since=[TODAY - timedelta(days=days)] * len(points),
        previous_candidate=candidates or before,
        as_of=[TODAY] * len(points),
    )


def test_a_grade_moves_only_where_the_boundary_is_passed_by_the_margin() -> None:
    table = company([72, 73, 68, 66.99, 47], ["B", "B", "A", "A", "B"])
    rows = agreed(table, classes=CLASSES, steady=guard(margin=3))
    assert [row["grade"] for row in rows] == ["B", "A", "A", "B", "B"]
    assert [row["held"] for row in rows] == ["margin", None, "margin", None, "margin"]


def test_a_leap_over_two_boundaries_goes_as_far_as_it_is_clear() -> None:
    assert grades(company([71, 49], ["C", "A"]), classes=CLASSES, steady=guard(margin=3)) == ["B", "B"]


def test_a_grade_stays_for_the_minimum_of_days() -> None:
    steady = guard(stay_days=90)
    assert grades(company([90, 10], ["B", "A"], days=89), classes=CLASSES, steady=steady) == ["B", "A"]
    assert grades(company([90, 10], ["B", "A"], days=90), classes=CLASSES, steady=steady) == ["A", "C"]


def test_two_runs_must_ask_for_a_move_and_it_goes_no_further_than_both() -> None:
    table = company([90, 90, 90, 10, 60], ["C", "C", "C", "A", "A"], ["C", "B", "A", "B", None])
    rows = agreed(table, classes=CLASSES, steady=guard(confirm=True))
    assert [row["grade"] for row in rows] == ["C", "B", "A", "B", "A"]
    assert [row["held"] for row in rows] == ["confirmation", "confirmation", None, "confirmation", "confirmation"]


def test_a_score_that_swings_around_a_boundary_does_not_flap() -> None:
    grade, candidate, seen = "B", "B", []
    for points in (71, 69, 71, 69, 71, 69):
        row = agreed(company([points], [grade], [candidate]), classes=CLASSES, steady=guard(margin=2, confirm=True))[0]
        grade, candidate = row["grade"], row["candidate"]
        seen.append(grade)
    assert seen == ["B"] * 6


def test_the_day_from_which_a_grade_holds_is_handed_on() -> None:
    rows = agreed(company([90, 60], ["B", "B"]), classes=CLASSES, steady=guard())
    assert [row["grade_since"] for row in rows] == [TODAY, TODAY - timedelta(days=400)]


def test_without_a_previous_run_nothing_is_held_back_and_that_is_said_once() -> None:
    table = customers(points=money(72, 10), as_of=[TODAY, TODAY])
    steady = guard(margin=3, stay_days=90, confirm=True)
    rows = agreed(table, classes=CLASSES, steady=steady)
    assert [row["grade"] for row in rows] == ["A", "C"]
    assert [row["grade_since"] for row in rows] == [TODAY, TODAY]
    said = "There is no previous run: the stability guard holds nothing back."
    assert notes(table, "steady", steady) == ((said, {}),)
    assert notes(table.append_column("previous_grade", pa.nulls(2, pa.string())), "steady", steady) == ()


def test_a_customer_without_a_previous_grade_and_one_whose_label_is_not_guarded_move_at_once() -> None:
    table = company([72, 72, None], [None, "prospect", "A"])
    assert grades(table, classes=CLASSES, steady=guard(margin=3, confirm=True)) == ["A", "A", None]


def test_a_grade_that_something_other_than_the_score_decided_knows_no_margin() -> None:
    capped = Rules.model_validate({"rules": [{"label": "C"}], "score": "points"})
    assert grades(company([71], ["A"]), classes=capped, steady=guard(margin=3)) == ["C"]


def test_what_the_guard_needs_of_the_previous_run_is_named() -> None:
    steady = guard(stay_days=90, confirm=True)
    assert steady.lacks(["classes"]) == ()
    assert steady.lacks(["classes", "previous_grade"]) == ("previous_since", "as_of", "previous_candidate")


def test_a_margin_without_boundaries_is_refused() -> None:
    with pytest.raises(ValidationError, match="a margin needs boundaries"):
        Stability(of="classes", grades=("A", "B"), margin=3)


@pytest.mark.parametrize("seed", range(6))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    n = 40
    words = [None, "A", "B", "C", "gone"]
    table = customers(
        points=money(*(chance.choice([None, 45, 48, 50, 52, 67, 70, 72, 95]) for _ in range(n))),
        previous_grade=[chance.choice(words) for _ in range(n)],
        previous_since=[chance.choice([None, TODAY, TODAY - timedelta(days=90)]) for _ in range(n)],
        previous_candidate=[chance.choice(words) for _ in range(n)],
        as_of=[TODAY] * n,
    )
    for parameters in ({"margin": 3}, {"margin": 3, "stay_days": 90}, {"margin": 3, "stay_days": 90, "confirm": True}):
        agreed(table, classes=CLASSES, steady=guard(**parameters))
