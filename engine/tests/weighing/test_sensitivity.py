"""How many grades hang on weights: by hand, as a run of the changed scheme says, and bad input."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from looking import buying, on, orders

import vitalfew as vf

PLAIN: dict[str, Any] = {
    "scheme": "plain",
    "version": 1,
    "title": {"en": "Plain"},
    "summary": {"en": "Two parts, from 0 to 100 as they stand."},
    "metrics": {"satisfaction": {"metric": "satisfaction"}, "influence": {"metric": "influence"}},
    "classifiers": {
        "grades": {
            "method": "scorecard",
            "parts": {
                "content": {"weight": 50, "of": [{"of": "satisfaction", "scale": "between", "bounds": [0, 100]}]},
                "known": {"weight": 50, "of": [{"of": "influence", "scale": "between", "bounds": [0, 100]}]},
            },
            "grades": {"A": 60, "B": 0},
        }
    },
    "grade": "grades",
}
"""Score = (satisfaction + influence) ÷ 2."""


def company() -> dict[str, pa.Table]:
    """Customers with their satisfaction and influence, and one without an order."""
    people = {
        "sure": (90, 90),
        "content": (70, 48),
        "known": (49, 70),
        "just": (62, 58),
        "poor": (10, 20),
        "none": (90, 90),
    }
    return {
        "orders": orders([line for name in people if name != "none" for line in buying(0, 10, customer=name)]),
        "customers": pa.table(
            {
                "customer_id": list(people),
                "satisfaction": [str(one) for one, _ in people.values()],
                "influence": [str(other) for _, other in people.values()],
            }
        ),
    }


@pytest.fixture(scope="module")
def found() -> vf.Sensitivity:
    return vf.sensitivity(**company(), scheme=vf.Scheme.model_validate(PLAIN))


def test_grades_near_a_boundary_hang_on_the_weights_by_hand(found: vf.Sensitivity) -> None:
    told = [
        (row["part"], row["direction"], row["becomes"], row["into_best"], row["out_of_best"])
        for row in found.rows.to_pylist()
    ]
    # With 60 : 50 content has (70 × 60 + 48 × 50) ÷ 110 = 60.0, known (49 × 60 + 70 × 50) ÷ 110 = 58.5, just 60.2.
    assert told == [
        ("content", "more", Decimal(60), 1, 0),
        ("content", "less", Decimal(40), 1, 1),
        ("known", "more", Decimal(60), 1, 1),
        ("known", "less", Decimal(40), 1, 0),
    ]
    assert (found.customers, found.never, found.best, found.in_best, found.steady) == (5, 1, "A", 2, 2)


def test_what_would_change_is_what_a_run_of_the_changed_scheme_says(found: vf.Sensitivity) -> None:
    parts = PLAIN["classifiers"]["grades"]["parts"]
    changed = {**parts, "content": {**parts["content"], "weight": 60}}
    card = {**PLAIN["classifiers"]["grades"], "parts": changed}
    other = vf.Scheme.model_validate({**PLAIN, "classifiers": {"grades": card}})
    now, then = (
        vf.grade(**company(), scheme=scheme).graded["grade"].to_pylist()
        for scheme in (vf.Scheme.model_validate(PLAIN), other)
    )
    assert found.rows["changed"][0].as_py() == sum(one != two for one, two in zip(now, then, strict=True))


def test_a_larger_step_and_what_is_said(found: vf.Sensitivity) -> None:
    said = {note.code: str(note) for note in found.notes}
    assert said["weights_most"].startswith("Most hangs on content: by 20 % more or less of its weight up to 2 of 5")
    assert "2 of 5 customers keep their grade" in said["weights_steady"]
    assert "points" in said["weights_margin"]
    assert vf.sensitivity(**company(), scheme=vf.Scheme.model_validate(PLAIN), step="0.9").steady <= found.steady


def test_refusals() -> None:
    with pytest.raises(vf.Refusal, match="weighs nothing"):
        vf.sensitivity(orders(buying(0)), scheme="abc")
    with pytest.raises(vf.WrongUse, match="a step lies between"):
        vf.sensitivity(orders(buying(0)), step="1")
    with pytest.raises(vf.Refusal, match="no facts up to"):
        vf.sensitivity(orders(buying(0, 5)), as_of=on(-400))
