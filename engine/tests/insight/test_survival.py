"""How long customers stay: the estimate against a published example, and at its edges."""

import numpy as np
import pytest

from vitalfew.insight.survival import Survival, survival

# Weeks in remission of 21 patients under 6-MP (Freireich and others 1963); a plus means still in remission then.
REMISSION = [
    "6",
    "6",
    "6",
    "6+",
    "7",
    "9+",
    "10",
    "10+",
    "11+",
    "13",
    "16",
    "17+",
    "19+",
    "20+",
    "22",
    "23",
    "25+",
    "32+",
    "32+",
    "34+",
    "35+",
]
PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def of(*watched: str) -> Survival:
    days = np.array([int(one.rstrip("+")) for one in watched])
    left = np.array([not one.endswith("+") for one in watched])
    return survival(days, left, np.ones(len(days), np.int64))


def test_the_published_curve() -> None:
    found = of(*REMISSION)
    assert {point.day: point.share for point in found.points} == pytest.approx(PUBLISHED, abs=5e-4)
    assert [point.at_risk for point in found.points] == [21, 17, 15, 12, 11, 7, 6]
    assert (found.customers, found.lost, found.reach, found.half) == (21, 9, 35, 23)


def test_the_published_interval_on_the_scale_of_log_log() -> None:
    first = of(*REMISSION).points[0]
    assert (first.low, first.high) == (pytest.approx(0.620, abs=5e-4), pytest.approx(0.952, abs=5e-4))


def test_counts_stand_for_as_many_rows() -> None:
    assert survival(np.array([3, 5]), np.array([True, False]), np.array([2, 3])) == of("3", "3", "5+", "5+", "5+")


def test_nothing_is_said_beyond_the_longest_watch() -> None:
    found = of("3", "5+")
    assert [point and point.share for point in (found.after(0), found.after(4), found.after(5), found.after(6))] == [
        1.0,
        0.5,
        0.5,
        None,
    ]


def test_where_all_or_none_are_left_there_is_no_interval() -> None:
    gone = of("2", "2").points[0]
    assert (gone.share, gone.low, gone.high) == (0.0, None, None)
    assert of("7+", "9+").points == ()
    assert of("7+", "9+").half is None


def test_nobody_at_all() -> None:
    found = of()
    assert (found.points, found.customers, found.after(0), found.half) == ((), 0, None, None)
