"""The days of a history."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from vitalfew.errors import WrongUse
from vitalfew.history.days import Days, days_of

FIRST, LAST = date(2023, 11, 30), date(2024, 4, 9)


def test_months_end_with_their_last_day_and_the_last_one_where_the_facts_end() -> None:
    assert days_of(Days("month"), FIRST, LAST) == (
        date(2023, 11, 30), date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), LAST,
    )  # fmt: skip


def test_the_last_day_is_named_once_where_it_ends_a_month() -> None:
    assert days_of(Days("month"), date(2024, 1, 5), date(2024, 2, 29)) == (date(2024, 1, 31), date(2024, 2, 29))


def test_quarters_are_those_of_the_calendar() -> None:
    assert days_of(Days("quarter"), FIRST, LAST) == (date(2023, 12, 31), date(2024, 3, 31), LAST)


def test_weeks_end_on_sunday() -> None:
    days = days_of(Days("week"), FIRST, LAST)
    assert days[0] == date(2023, 12, 3)
    assert {day.weekday() for day in days[:-1]} == {6}
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(days[:-1]))


def test_from_and_to_stand_in_place_of_the_first_and_last_day() -> None:
    asked = Days("month", date(2024, 1, 31), date(2024, 6, 15))
    assert days_of(asked, FIRST, LAST)[0] == date(2024, 1, 31)
    assert days_of(asked, FIRST, LAST)[-1] == date(2024, 6, 15)


def test_a_list_of_days_is_put_in_order_and_cut_to_from_and_to() -> None:
    named = (date(2024, 3, 1), date(2023, 1, 1), date(2024, 3, 1), date(2024, 1, 1))
    assert days_of(Days(named), FIRST, LAST) == (date(2023, 1, 1), date(2024, 1, 1), date(2024, 3, 1))
    assert days_of(Days(named, first=date(2024, 1, 1)), FIRST, LAST) == (date(2024, 1, 1), date(2024, 3, 1))


def test_no_day_at_all_is_refused() -> None:
    with pytest.raises(WrongUse, match="no day between 2025-01-01 and 2024-04-09"):
        days_of(Days("month", first=date(2025, 1, 1)), FIRST, LAST)
    with pytest.raises(WrongUse, match="no day"):
        days_of(Days((date(2020, 1, 1),), first=date(2024, 1, 1)), FIRST, LAST)
