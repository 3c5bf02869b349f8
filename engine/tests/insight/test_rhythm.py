"""The own rhythm of customers against a reading in plain Python."""

import random
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil
from statistics import median

import pytest
from looking import Line, buying, on, orders

from vitalfew.insight.rhythm import Limits, limits, rhythms, with_limits
from vitalfew.readers.reading import Options
from vitalfew.run import Request
from vitalfew.run.gather import with_facts
from vitalfew.run.grading import facts_of
from vitalfew.scheme import load

OPTIONS = Options(today=date.max)


def read(lines: list[Line], as_of: int, given: int | None = None) -> tuple[dict[str, dict[str, object]], Limits]:
    request = Request(load("abc"), date.fromisoformat(on(as_of)))

    def found(gathered: object) -> tuple[dict[str, dict[str, object]], Limits]:
        database = gathered.database  # type: ignore[attr-defined]
        kept = database.keep("rhythms", rhythms(facts_of(gathered, request, OPTIONS)))  # type: ignore[arg-type]
        rule = limits(database, kept, given)
        rows = database.fetch(with_limits(kept, rule)).to_pylist()
        return {row["customer_id"]: row for row in rows}, rule

    return with_facts({"orders": orders(lines)}, OPTIONS, found)


def test_a_rhythm_by_hand() -> None:
    rows, _ = read(buying(0, 24, 50, 71, 112), as_of=170)
    told = {
        name: rows["A"][name] for name in ("purchases", "intervals", "usual", "at_most", "came_back", "silent", "known")
    }
    assert told == {
        "purchases": 5,
        "intervals": 4,
        "usual": 25,
        "at_most": 41,
        "came_back": 24,
        "silent": 58,
        "known": 170,
    }
    assert (rows["A"]["own"], rows["A"]["limit_days"], rows["A"]["lost"]) == (True, 3 * 41, False)


def test_orders_of_one_day_are_one_purchase_and_refunds_none() -> None:
    rows, _ = read([*buying(0, 0, 30), ("A", 40, -5), ("A", 50, 0)], as_of=60)
    assert (rows["A"]["purchases"], rows["A"]["orders"], rows["A"]["usual"], rows["A"]["silent"]) == (2, 3, 30, 30)


@pytest.mark.parametrize("seed", range(5))
def test_usual_and_at_most_are_those_of_sorted_gaps(seed: int) -> None:
    draw = random.Random(seed)
    days = {f"C{n}": sorted({draw.randrange(300) for _ in range(draw.randrange(1, 30))}) for n in range(40)}
    rows, rule = read([line for name, own in days.items() for line in buying(*own, customer=name)], as_of=300)
    intervals = []
    for name, own in days.items():
        gaps = sorted(later - earlier for earlier, later in pairwise(own))
        at_most = gaps[ceil(Fraction(9, 10) * len(gaps)) - 1] if gaps else None
        assert (rows[name]["usual"], rows[name]["at_most"]) == (median(gaps) if gaps else None, at_most)
        intervals += [max(7, at_most)] if len(gaps) >= 4 and at_most is not None else []
    assert (rule.usual, rule.judged) == (ceil(median(intervals)), len(intervals))


def test_without_four_gaps_the_limit_is_lent_by_the_others() -> None:
    steady = [line for n in (10, 20, 30) for line in buying(*range(0, 5 * n, n), customer=f"every {n}")]
    rows, rule = read([*steady, *buying(60, customer="once")], as_of=121)
    assert (rule.usual, rows["once"]["own"], rows["once"]["limit_days"], rows["once"]["lost"]) == (20, False, 60, True)


def test_where_nobody_has_a_rhythm_ninety_days_stand_for_it() -> None:
    rows, rule = read(buying(0, 10, 20), as_of=290)
    assert (rule.judged, rule.lent, rows["A"]["lost"]) == (0, 270, False)


def test_a_daily_buyer_may_have_a_holiday() -> None:
    rows, _ = read(buying(*range(30)), as_of=29 + 21)
    assert (rows["A"]["at_most"], rows["A"]["limit_days"], rows["A"]["lost"]) == (1, 21, False)
    assert read(buying(*range(30)), as_of=29 + 22)[0]["A"]["lost"] is True


def test_a_given_limit_is_that_of_everybody() -> None:
    rows, _ = read([*buying(0, 1, 2, 3, 4), *buying(0, customer="B")], as_of=20, given=15)
    assert {name: row["lost"] for name, row in rows.items()} == {"A": True, "B": True}
