"""Who moved and why, worked out by hand on three customers."""

from decimal import Decimal

import pytest
from compare.companies import classes, orders

import vitalfew as vf
from vitalfew.compare import Mover, movers
from vitalfew.scheme import load

BEFORE = {"ann": "800", "bob": "150", "cat": "50"}


def only(found: vf.Result, after: vf.Result, **further: vf.Result) -> Mover:
    (mover,) = movers(found, after, **further).movers
    return mover


def parts(mover: Mover) -> list[str]:
    return [str(part) for part in mover.parts.values()]


def test_own_figures_decide() -> None:
    """Among ann's 800 and bob's 150 the new 1000 of cat is first: 5.00 → 100.00, and nobody else has a say in it."""
    mover = only(classes(**BEFORE), classes(ann="800", bob="150", cat="1000"))
    assert (mover.customer_id, mover.was, mover.now, mover.direction) == ("cat", "C", "A", "up")
    assert parts(mover) == ["None", "95.00", "0.00", "0.00"]
    assert mover.sequence == ("C", "C", "A", "A", "A")
    (cause,) = mover.causes
    assert (cause.metric, cause.was, cause.now, cause.effect) == ("monetary", 50, 1000, 95)
    assert mover.decided_by == "own"


def test_others_decide() -> None:
    """Bob's 150 stay; ann's 4000 of 4200 leave it 4.76 points in place of 20.00."""
    mover = only(classes(**BEFORE), classes(ann="4000", bob="150", cat="50"))
    assert (mover.customer_id, mover.was, mover.now, mover.direction) == ("bob", "B", "C", "down")
    assert parts(mover) == ["None", "0.00", "-15.24", "0.00"]
    assert mover.sequence == ("B", "B", "B", "C", "C")
    assert mover.causes == ()
    assert mover.decided_by == "others"


def test_changed_parameters_decide() -> None:
    """The first class up to 85 % holds bob, before whom 80 % stand; the score says the same."""
    cuts = {"abc": {"method": "pareto", "of": "monetary", "cuts": [85, 95], "names": ["A", "B", "C"]}}
    mover = only(classes(**BEFORE), classes(load("abc").changed(version=2, classifiers=cuts), **BEFORE))
    assert (mover.customer_id, mover.was, mover.now) == ("bob", "B", "A")
    assert parts(mover) == ["None", "0.00", "0.00", "0.00"]
    assert mover.sequence == ("B", "B", "B", "B", "A")
    assert mover.decided_by == "parameters"


def test_corrected_facts_come_first() -> None:
    """Then 150 were known of bob, 20.00 points; today 100 of then, 15.79 with ann's 800 of 950; and 900 of now."""
    corrected = classes(ann="800", bob="100", cat="50")
    mover = only(classes(**BEFORE), classes(ann="800", bob="900", cat="50"), corrected=corrected)
    assert (mover.customer_id, mover.was, mover.now) == ("bob", "B", "A")
    assert parts(mover) == ["-4.21", "84.21", "0.00", "0.00"]
    assert mover.sequence == ("B", "B", "A", "A", "A")
    assert [(cause.was, cause.now) for cause in mover.causes] == [(100, 900)]


def test_a_correction_may_be_all_of_it() -> None:
    corrected = classes(ann="800", bob="900", cat="50")
    mover = only(classes(**BEFORE), corrected, corrected=corrected)
    assert parts(mover) == ["80.00", "0.00", "0.00", "0.00"]
    assert (mover.decided_by, mover.causes) == ("corrected", ())


def test_new_and_lost_customers_move_from_and_to_nothing() -> None:
    found = movers(classes(**BEFORE), classes(ann="800", bob="150", dan="40"))
    assert [(one.customer_id, one.was, one.now, one.direction) for one in found.movers] == [
        ("cat", "C", None, "lost"),
        ("dan", None, "C", "new"),
    ]
    lost, new = found.movers
    assert (set(new.parts.values()), new.sequence) == ({None}, (None, None, "C", "C", "C"))
    assert (set(lost.parts.values()), lost.sequence) == ({None}, ("C", "C", None, None, None))
    assert [(cause.metric, cause.was, cause.now, cause.effect) for cause in new.causes] == [
        ("monetary", None, Decimal("40.00"), None)
    ]


def test_the_matrix_counts_everybody_once_best_first() -> None:
    matrix = movers(classes(**BEFORE), classes(ann="800", bob="150", dan="1000")).matrix
    assert (matrix.was, matrix.now) == (("A", "B", "C", None), ("A", "B", None))
    assert matrix.counts == ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 0))
    assert (matrix.count("A", "A"), matrix.count("C", None), matrix.count("A", "C")) == (1, 1, 0)


def test_nobody_moves_between_equal_runs() -> None:
    found = movers(classes(**BEFORE), classes(**BEFORE))
    assert (found.movers, found.customers) == ((), 3)
    assert found.sentences() == ("None of the 3 customers has another grade.",)


def test_those_that_bring_most_stand_first() -> None:
    found = movers(classes(a="1", b="2", c="3", d="4000"), classes(a="300", b="200", c="100", d="1"))
    assert [mover.customer_id for mover in found.movers] == ["a", "b", "c", "d"]
    assert [mover.brings for mover in found.movers] == [300, 200, 100, 1]


def test_without_a_score_the_sequence_of_grades_stands_alone() -> None:
    before = vf.grade(orders(ann="800", bob="1"), scheme="lifecycle", as_of="2026-02-10")
    after = vf.grade(orders(ann="800", bob="1"), scheme="lifecycle", as_of="2027-06-10")
    found = movers(before, after).movers
    assert {mover.customer_id: mover.sequence for mover in found} == {
        "ann": ("new", "new", "lost", "lost", "lost"),
        "bob": ("new", "new", "lost", "lost", "lost"),
    }
    assert {part for mover in found for part in mover.parts.values()} == {None}
    assert [cause.metric for cause in found[0].causes] == ["recency_days", "first_order_days"]
    assert {cause.effect for mover in found for cause in mover.causes} == {None}


def test_json_has_the_keys_of_the_contract() -> None:
    (answer,) = movers(classes(**BEFORE), classes(ann="800", bob="150", cat="1000")).to_json()
    assert answer == {
        "customer_id": "cat",
        "from": "C",
        "to": "A",
        "score_from": 5,
        "score_to": 100,
        "parts": {"corrected": None, "own": 95, "others": 0, "parameters": 0},
        "sequence": ["C", "C", "A", "A", "A"],
        "causes": [{"metric": "monetary", "from": 50, "to": 1000, "effect": 95}],
    }


def test_runs_without_a_common_customer_are_refused() -> None:
    with pytest.raises(vf.Refusal, match="no customer in common"):
        movers(classes(ann="1"), classes(bob="1"))


def test_a_scheme_without_a_grade_is_refused() -> None:
    before = vf.grade(orders(ann="800", bob="1"), scheme="customer_profile")
    with pytest.raises(vf.Refusal, match="customer_profile"):
        movers(before, before)
