"""Existing customers: states by own rhythm, rise and fall against the season, groups, and bad input."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from looking import Line, buying, on, orders

import vitalfew as vf
from vitalfew.languages import speaking

MONTHLY = [0, 30, 60, 90, 120]
"""Four gaps of thirty days."""


def rows(lines: list[Line], as_of: int, **asked: Any) -> dict[str, dict[str, Any]]:
    return {row["customer_id"]: row for row in vf.existing(orders(lines), as_of=on(as_of), **asked).rows.to_pylist()}


@pytest.mark.parametrize(
    ("silent", "state"),
    [(0, "active"), (30, "active"), (31, "fading"), (60, "fading"), (61, "dormant"), (90, "dormant"), (91, "lost")],
)
def test_the_state_follows_from_the_interval_that_nine_of_ten_gaps_do_not_exceed(silent: int, state: str) -> None:
    row = rows(buying(*MONTHLY), as_of=120 + silent)["A"]
    assert (row["state"], row["silent"], row["due_in"]) == (state, silent, 30 - silent)


def test_fewer_than_four_gaps_are_not_judged() -> None:
    row = rows(buying(0, 30, 60, 90), as_of=500)["A"]
    assert (row["state"], row["due_in"]) == ("too_few", None)
    assert row["sentence"] == "too few purchases to judge (4); the last 410 days ago"


def test_the_sentence_has_its_figures_in_the_language_of_files() -> None:
    lines = buying(0, 24, 50, 71, 112)
    assert rows(lines, as_of=170)["A"]["sentence"] == ("usually every 25 days, at most 41 in nine of ten cases; now 58")
    with speaking("zh-hant"):
        assert rows(lines, as_of=170)["A"]["sentence"].startswith("通常每 25 天一次")
    with speaking("zh-hant", files="en"):
        assert rows(lines, as_of=170)["A"]["sentence"].startswith("usually")


def test_a_customer_of_yesterday_gives_no_alarm() -> None:
    found = vf.existing(orders([*buying(*MONTHLY), *buying(119, customer="new")]), as_of=on(120))
    assert found.waiting.num_rows == 0
    assert (found.due.customers, found.states["too_few"].customers) == (0, 1)


@pytest.mark.parametrize(
    ("now", "then", "trend"),
    [
        (121, 100, "rising"),
        (120, 100, "steady"),
        (80, 100, "steady"),
        (79, 100, "falling"),
        (None, 100, "falling"),
        (5, None, "rising"),
        (None, None, None),
        (-5, None, None),
        (5, -100, "rising"),
    ],
)
def test_rise_and_fall_against_the_same_days_a_year_ago(now: int | None, then: int | None, trend: str | None) -> None:
    lines = [*buying(0), *([("A", 400, then)] if then else []), *([("A", 765, now)] if now else [])]
    row = rows(lines, as_of=770, window=30)["A"]
    assert (row["trend"], row["recent"], row["season"]) == (trend, Decimal(now or 0), Decimal(then or 0))


def test_the_season_has_exactly_so_many_days() -> None:
    lines = [*buying(0), *[("A", day, 1) for day in range(300, 800)]]
    row = rows(lines, as_of=799, window=40)["A"]
    assert (row["recent"], row["season"]) == (40, 40)


def test_who_was_no_customer_a_year_ago_has_no_trend() -> None:
    found = rows([*buying(0), *buying(700, customer="new")], as_of=720, window=30)
    assert (found["new"]["trend"], found["new"]["season"]) == (None, None)


def test_facts_that_do_not_reach_back_say_so() -> None:
    found = vf.existing(orders(buying(0, 100)))
    assert "no_season" in [note.code for note in found.notes]
    assert all(trend.customers == 0 for trend in found.trends.values())


def test_money_of_the_last_year_ends_with_the_last_purchase_and_loses_later_refunds() -> None:
    lines = [("A", 0, 1000), ("A", 400, 30), ("A", 764, 70), ("A", 800, -20)]
    assert rows(lines, as_of=900)["A"]["yearly"] == Decimal(80)


def test_groups_have_both_rates() -> None:
    lines = [*buying(0, 400, customer="A"), *buying(0, customer="B"), *buying(400, 401, customer="C")]
    known = pa.table({"customer_id": ["A", "B", "C", "P"], "region": ["north", "north", None, "north"]})
    found = vf.existing(orders(lines), customers=known, group="region", as_of=on(410))
    told = {
        group.value: (group.repeat.n, group.repeat.of, group.buy_back.n, group.buy_back.of) for group in found.groups
    }
    assert told == {"north": (1, 2, 1, 2), None: (1, 1, 0, 0)}
    assert (found.everybody.repeat.n, found.everybody.repeat.of) == (2, 3)
    assert "name" not in found.rows.column_names


def test_names_stand_beside_the_ids() -> None:
    known = pa.table({"customer_id": ["A", "P"], "name": ["Acme", "Prospect"]})
    found = vf.existing(orders(buying(0)), customers=known)
    assert found.rows.select(["customer_id", "name", "state"]).to_pylist() == [
        {"customer_id": "A", "name": "Acme", "state": "too_few"},
        {"customer_id": "P", "name": "Prospect", "state": "never"},
    ]
    assert (found.customers, found.never) == (1, 1)


def test_all_on_one_day() -> None:
    found = vf.existing(orders([*buying(0, 0, 0), *buying(0, customer="B")]))
    assert (found.states["too_few"].customers, found.everybody.repeat.n) == (2, 1)


def test_later_facts_change_nothing() -> None:
    lines = [*buying(*MONTHLY), *buying(0, 50, customer="B")]
    early = vf.existing(orders(lines), as_of=on(130)).rows
    assert vf.existing(orders([*lines, ("A", 131, 9), ("B", 140, -3), ("N", 150, 1)]), as_of=on(130)).rows.equals(early)


def test_refusals() -> None:
    with pytest.raises(vf.WrongUse, match="a season has between 1 and 365 days"):
        vf.existing(orders(buying(0)), window=366)
    with pytest.raises(vf.Refusal, match="there is no column region"):
        vf.existing(orders(buying(0)), group="region")
    with pytest.raises(vf.Refusal, match="that counts"):
        vf.existing(orders([("A", 0, -1)]))
