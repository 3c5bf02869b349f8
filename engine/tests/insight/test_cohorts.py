"""Cohorts: the triangle by hand and against plain Python, what is said of them, and bad input."""

import random
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from looking import START, Line, buying, on, orders

import vitalfew as vf

HAND: list[Line] = [
    ("A", 0, 100),  # January
    ("A", 31, 50),  # February
    ("B", 10, 30),  # January
    ("B", 12, -10),
    ("B", 60, -20),  # March, a refund
    ("C", 40, 7),  # February
    ("D", 5, -3),  # nothing but a refund
]


def codes(found: vf.Cohorts) -> list[str]:
    return [note.code for note in found.notes]


def test_the_triangle_by_hand() -> None:
    found = vf.cohorts(orders(HAND), as_of="2025-03-30")
    told = [tuple(map(str, row.values())) for row in found.rows.to_pylist()]
    assert found.rows.column_names == [
        "cohort", "period", "customers", "buyers", "retention", "revenue", "revenue_per_customer", "whole",
    ]  # fmt: skip
    assert told == [
        ("2025-01", "0", "2", "2", "1.000000", "120.00", "60.00", "True"),
        ("2025-01", "1", "2", "1", "0.500000", "50.00", "85.00", "True"),
        ("2025-01", "2", "2", "0", "0.000000", "-20.00", "75.00", "False"),
        ("2025-02", "0", "1", "1", "1.000000", "7.00", "7.00", "True"),
        ("2025-02", "1", "1", "0", "0.000000", "0.00", "7.00", "False"),
    ]
    assert (found.customers, found.never) == (3, 1)


@pytest.mark.parametrize(
    ("period", "names"), [("month", ["2025-01", "2025-05", "2026-01"]), ("quarter", ["2025-Q1", "2025-Q2", "2026-Q1"]), ("year", ["2025", "2026"])]
)  # fmt: skip
def test_periods_are_those_of_the_calendar(period: Any, names: list[str]) -> None:
    lines = [*buying(0, customer="A"), *buying(130, customer="B"), *buying(365, customer="C")]
    assert vf.cohorts(orders(lines), period=period).rows["cohort"].unique().to_pylist() == names


@pytest.mark.parametrize("seed", range(4))
def test_every_cell_is_what_plain_counting_gives_and_no_money_is_lost(seed: int) -> None:
    draw = random.Random(seed)
    lines = [(f"C{draw.randrange(25)}", draw.randrange(400), draw.randrange(-30, 100)) for _ in range(200)]
    first: dict[str, int] = {}
    for customer, day, amount in sorted(lines, key=lambda line: line[1]):
        if amount > 0:
            first.setdefault(customer, month(day))
    buyers, revenue = defaultdict(set), defaultdict(Decimal)
    for customer, day, amount in lines:
        if customer in first:
            cell = (first[customer], max(0, month(day) - first[customer]))
            revenue[cell] += amount
            if amount > 0:
                buyers[cell].add(customer)
    rows = vf.cohorts(orders(lines)).rows.to_pylist()
    for row in rows:
        year, number = row["cohort"].split("-")
        cell = (int(year) * 12 + int(number) - 1, row["period"])
        assert (row["buyers"], row["revenue"]) == (len(buyers[cell]), revenue[cell])
    assert sum(row["revenue"] for row in rows) == sum(amount for customer, _, amount in lines if customer in first)


def month(day: int) -> int:
    on_day = START + timedelta(days=day)
    return on_day.year * 12 + on_day.month - 1


def test_returns_of_their_own_table_are_taken_off() -> None:
    returns = pa.table({"customer_id": ["A"], "order_id": ["0"], "day": [on(2)], "amount": ["4.00"]})
    row = vf.cohorts(orders(buying(0)), returns=returns).rows.to_pylist()[0]
    assert (row["revenue"], row["buyers"]) == (Decimal(10), 1)
    row = vf.cohorts(orders(buying(0)), returns=returns, as_of=on(2)).rows.to_pylist()[0]
    assert row["revenue"] == Decimal(6)


def test_second_purchases_count_those_who_were_watched_long_enough() -> None:
    lines = [
        *buying(0, 20, customer="A"),
        *buying(0, 40, customer="B"),
        *buying(0, customer="C"),
        *buying(90, 91, customer="D"),
    ]
    second = vf.cohorts(orders(lines), as_of=on(100)).second
    told = {days: (share.n, share.of) for days, share in second.within.items()}
    assert told == {30: (1, 3), 90: (2, 3), 180: (0, 0), 365: (0, 0)}
    assert second.median_days == 20


def test_who_came_too_lately_is_left_out_of_how_long_customers_stay() -> None:
    lines = [*buying(0, 50, customer="stayed"), *buying(0, customer="left"), *buying(70, customer="new")]
    found = vf.cohorts(orders(lines), lost_after=60, as_of=on(100))
    assert (found.survival.customers, found.survival.lost, found.too_new) == (2, 1, 1)
    assert [(point.day, point.share) for point in found.survival.points] == [(0, 0.5)]


def test_later_facts_change_nothing() -> None:
    early = vf.cohorts(orders(HAND), as_of=on(60))
    assert vf.cohorts(orders([*HAND, *buying(61, 70, 200, customer="C")]), as_of=on(60)).rows.equals(early.rows)


def test_the_order_of_rows_changes_nothing() -> None:
    assert vf.cohorts(orders(HAND[::-1])).rows.equals(vf.cohorts(orders(HAND)).rows)


def test_one_order_of_one_customer() -> None:
    found = vf.cohorts(orders(buying(3)))
    assert found.rows.num_rows == 1
    assert {"second_unknown", "lost_lent", "too_new"} <= set(codes(found))
    assert "stay" not in codes(found)
    assert "Nobody has been a customer for 30 days yet" in " ".join(map(str, found.notes))


def test_nobody_came_back() -> None:
    found = vf.cohorts(orders([("A", 0, 5), ("B", 1, 5)]), as_of=on(40))
    assert "second_never" in codes(found)
    assert found.as_object()["second_purchase"]["median_days"] is None


def test_a_day_long_after_the_last_order_is_said() -> None:
    found = vf.cohorts(orders(buying(0, 10, 20)), as_of="2035-01-01")
    assert "late_day" in codes(found)
    assert found.rows["buyers"].to_pylist()[1:] == [0] * 120


def test_customers_from_before_the_facts_and_without_an_order_are_said() -> None:
    known = pa.table({"customer_id": ["A", "P"], "since": ["2020-01-01", "2025-01-10"]})
    found = vf.cohorts(orders(buying(0)), customers=known)
    assert {"from_before", "never_bought"} <= set(codes(found))
    assert (found.customers, found.never) == (1, 1)


def test_refusals() -> None:
    with pytest.raises(vf.Refusal, match="no customer has an order up to 2025-01-06 that counts"):
        vf.cohorts(orders([("A", 5, -3)]))
    with pytest.raises(vf.Refusal, match="no facts up to 2024-01-01"):
        vf.cohorts(orders(HAND), as_of="2024-01-01")
    with pytest.raises(vf.WrongUse, match="'week' is not known"):
        vf.cohorts(orders(HAND), period="week")  # type: ignore[arg-type]
    with pytest.raises(vf.WrongUse, match="a silence has between 1 and"):
        vf.cohorts(orders(HAND), lost_after=0)


@pytest.mark.needs("shared-data")
def test_cdnow(root: Path) -> None:
    found = vf.cohorts(root.parent / "shared" / "data" / "cdnow_sample_orders.parquet")
    sizes = {row["cohort"]: row["customers"] for row in found.rows.to_pylist()}
    assert list(sizes) == ["1997-01", "1997-02", "1997-03"]
    assert sum(sizes.values()) == found.customers == 2357 - 8
    assert found.as_of == date(1998, 6, 30)
    assert 0.40 < found.second.within[365].share < 0.50
