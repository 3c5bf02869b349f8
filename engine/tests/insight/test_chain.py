"""The chain of grades: counted by hand, carried on for a year, and what chance makes of it."""

import numpy as np
import pytest

from vitalfew.insight.calendar import last_day
from vitalfew.insight.chain import MONTHS, NOWHERE, Steps, ahead, chances, foretold
from vitalfew.insight.trial import trial

TWO_MONTHS = np.array([[0, 0, 1, NOWHERE], [0, 1, 1, 0], [1, 1, 1, 0]], np.int16)
"""Three month ends of four customers; the last one was not known on the first."""


def test_steps_are_counted_from_each_month_end_to_the_next() -> None:
    steps = Steps.between(TWO_MONTHS, 2)
    assert steps.counts().tolist() == [[2, 2], [0, 3]]
    assert steps.seen == (3, 2)


def test_a_customer_counts_as_often_as_it_is_drawn() -> None:
    steps = Steps.between(TWO_MONTHS, 2)
    assert steps.counts(np.array([2.0, 0.0, 0.0, 1.0])).tolist() == [[3, 2], [0, 0]]


def test_who_was_never_seen_to_go_anywhere_stays() -> None:
    assert chances(np.array([[1.0, 3.0], [0.0, 0.0]])).tolist() == [[0.25, 0.75], [0, 1]]


def test_two_months_are_the_transitions_twice() -> None:
    assert ahead(np.array([[1.0, 1.0], [1.0, 3.0]]), months=2) == pytest.approx(
        np.array([[0.375, 0.625], [0.3125, 0.6875]])
    )


def test_customers_and_money_a_year_on() -> None:
    """Half of A goes to B each month and nobody comes back: after a year hardly one of a hundred is left."""
    stands = np.array([[0] * 100 + [1] * 100, [0, 1] * 50 + [1] * 100], np.int16)
    now = np.array([0] * 100 + [1] * 100, np.int16)
    seen = foretold(Steps.between(stands, 2), stands, now, np.array([10.0] * 100 + [2.0] * 100))
    assert seen.customers == pytest.approx([100 / 2**12, 200 - 100 / 2**12])
    assert seen.total == pytest.approx(1000 + 200 - (10 - 2) * (100 - 100 / 2**12))
    assert seen.customers_between[0].tolist() == [0, 199]


def test_the_interval_holds_where_the_truth_is_known() -> None:
    """Customers move by a known chain; what is foretold from twelve months holds the number a year later nearly always."""
    dice, inside = np.random.default_rng(3), 0
    chance = np.array([[0.95, 0.05], [0.02, 0.98]])
    for _ in range(40):
        every = [np.repeat([0, 1], [60, 140])]
        for _ in range(2 * MONTHS):
            every.append(np.where(dice.random(200) < chance[every[-1], 0], 0, 1))
        stands = np.array(every, np.int16)
        seen = foretold(Steps.between(stands[: MONTHS + 1], 2), stands[: MONTHS + 1], stands[MONTHS], np.zeros(200))
        low, high = seen.customers_between[:, 0]
        inside += low <= (stands[-1] == 0).sum() <= high
    assert 35 <= inside <= 40


def test_who_comes_to_a_grade_brings_what_those_bring_that_came() -> None:
    """A has whales from of old; who came from B brings less, and so will the next ones; who leaves B takes its mean."""
    was, now = np.array([0] * 20 + [1] * 80, np.int16), np.array([0] * 40 + [1] * 60, np.int16)
    stood, money = np.array([was, now]), np.array([1000.0] * 20 + [50.0] * 20 + [10.0] * 60)
    seen = foretold(Steps.between(stood, 2), stood, now, money)
    gone = 60 * (1 - 0.75**MONTHS)
    assert seen.customers == pytest.approx([40 + gone, 60 - gone])
    assert seen.money == pytest.approx([20 * 1000 + 20 * 50 + gone * 50, 600 - gone * 10])


def test_of_grades_to_which_few_came_it_is_what_all_of_the_grade_bring() -> None:
    was, now = np.array([0] * 20 + [1] * 30, np.int16), np.array([0] * 25 + [1] * 25, np.int16)
    stood, money = np.array([was, now]), np.array([100.0] * 20 + [50.0] * 5 + [10.0] * 25)
    seen = foretold(Steps.between(stood, 2), stood, now, money)
    assert seen.money[0] == pytest.approx(25 * 90 + 25 * (1 - (25 / 30) ** MONTHS) * 90)


def test_a_grade_that_nobody_has_has_no_price() -> None:
    now = np.array([0, 0, 0, 1], np.int16)
    seen = foretold(Steps.between(TWO_MONTHS, 3), TWO_MONTHS, now, np.ones(4))
    assert np.isnan(seen.money[2])
    assert np.isfinite([seen.total, *seen.total_between]).all()


def test_the_trial_looks_at_nothing_of_its_year() -> None:
    dice = np.random.default_rng(1)
    stands = dice.integers(0, 2, (25, 50)).astype(np.int16)
    ends = [last_day(24_000 + month, "month") for month in range(25)]
    changed = stands.copy()
    changed[13:24] = 0
    tried = trial(("A", "B"), ends, stands)
    assert tried is not None
    assert (tried.then, tried.now, tried.months) == (ends[12], ends[24], 12)
    assert trial(("A", "B"), ends, changed) == tried
    assert tried.wrong == abs(tried.grades[0].expected.value - tried.grades[0].found)


def test_too_few_months_before_the_year_are_no_trial() -> None:
    stands = np.zeros((MONTHS + 6, 5), np.int16)
    assert trial(("A",), [last_day(24_000 + month, "month") for month in range(len(stands))], stands) is None
