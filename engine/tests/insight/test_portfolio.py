"""The portfolio to expect: rows, sentences and refusals of a small company."""

from datetime import date
from decimal import Decimal

import pytest
from looking import Line, buying, on, orders

import vitalfew as vf
from vitalfew.insight.month_ends import month_ends

MONTH_ENDS = (30, 58, 89, 119, 150)
"""Days of 2025 on which a month ends, from January on, counted from its first day."""


def company() -> list[Line]:
    """Two that buy the same every month, one large and one small, and one that came in April."""
    big = [("Big", day, 900) for day in MONTH_ENDS]
    return [*big, *buying(*MONTH_ENDS, customer="Small", amount=10), *buying(100, customer="Late", amount=1)]


@pytest.fixture(scope="module")
def found() -> vf.Portfolio:
    return vf.portfolio(orders(company()), scheme="abc", as_of=on(150))


def test_who_stays_is_expected_to_stay(found: vf.Portfolio) -> None:
    rows = {row["grade"]: row for row in found.rows.to_pylist()}
    assert [rows["A"][name] for name in ("customers", "expected", "low", "high")] == [1, 1, 1, 1]
    assert rows["A"]["expected_sales"] == rows["A"]["sales"] == Decimal(4500)
    assert found.total.value == found.sales == Decimal(4551)


def test_transitions_are_counted_over_month_ends(found: vf.Portfolio) -> None:
    counts = {(way.was, way.now): (way.share.n, way.share.of) for way in found.ways}
    assert counts["A", "A"] == (4, 4)
    assert counts["C", "C"] == (5, 5)
    assert (found.learned.months, found.learned.since, found.learned.until) == (4, date(2025, 1, 31), date(2025, 5, 31))


def test_what_is_taken_for_granted_is_said(found: vf.Portfolio) -> None:
    codes = [note.code for note in found.notes]
    assert {"chain", "assumption", "few_in_grade", "not_tried"} <= set(codes)
    assert "customers that are still to come" in " ".join(map(str, found.notes)).lower()


def test_a_month_that_is_not_over_teaches_nothing() -> None:
    part = vf.portfolio(orders([*company(), ("Small", 160, 100_000)]), scheme="abc", as_of=on(160))
    assert part.learned.until == date(2025, 5, 31)
    assert {row["grade"]: row["customers"] for row in part.rows.to_pylist()}["A"] == 1
    assert next(row["sales"] for row in part.rows.to_pylist()) == 100_050


def test_learning_from_a_day_on() -> None:
    assert vf.portfolio(orders(company()), scheme="abc", first=on(60), as_of=on(150)).learned.months == 2


def test_refusals() -> None:
    with pytest.raises(vf.Refusal, match="fewer than two month ends"):
        vf.portfolio(orders(buying(0, 40)), scheme="abc")
    with pytest.raises(vf.Refusal, match="no grade that could be followed"):
        vf.portfolio(orders(company()), scheme="customer_profile")


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (date(2026, 1, 31), date(2026, 1, 31), 1),
        (date(2026, 1, 1), date(2026, 1, 30), 0),
        (date(2025, 12, 5), date(2026, 2, 28), 3),
    ],
)
def test_month_ends(first: date, last: date, ends: int) -> None:
    assert month_ends(first, last) == ends
