"""Moments in a time zone, and days that come again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalfew_web.work.choices import Repeat
from vitalfew_web.work.rules import due_moment, moment, months_later, next_day, put_off, reminder


@pytest.mark.parametrize(
    ("day", "clock", "zone", "utc"),
    [
        pytest.param(date(2026, 3, 29), time(2, 30), "Europe/Berlin", datetime(2026, 3, 29, 1, 30), id="F-28 gap"),
        pytest.param(
            date(2026, 10, 25), time(2, 30), "Europe/Berlin", datetime(2026, 10, 25, 0, 30), id="F-28 overlap"
        ),
        pytest.param(date(2026, 11, 23), time(9), "Asia/Shanghai", datetime(2026, 11, 23, 1), id="no summer time"),
        pytest.param(date(2026, 7, 1), time(9), "America/New_York", datetime(2026, 7, 1, 13), id="summer"),
        pytest.param(date(2026, 1, 1), time(9), "Asia/Kathmandu", datetime(2026, 1, 1, 3, 15), id="quarter hours"),
    ],
)
def test_a_time_of_day_is_one_moment(day: date, clock: time, zone: str, utc: datetime) -> None:
    assert moment(day, clock, zone) == utc.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("repeat", "first", "after", "following"),
    [
        (Repeat.DAILY, date(2026, 2, 28), date(2026, 2, 28), date(2026, 3, 1)),
        (Repeat.WEEKDAYS, date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 30)),
        (Repeat.WEEKDAYS, date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 30)),
        (Repeat.WEEKLY, date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 30)),
        (Repeat.WEEKLY, date(2026, 11, 23), date(2026, 12, 2), date(2026, 12, 7)),
        (Repeat.MONTHLY, date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
        (Repeat.MONTHLY, date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)),
        (Repeat.MONTHLY, date(2026, 1, 31), date(2026, 3, 31), date(2026, 4, 30)),
        (Repeat.MONTHLY, date(2026, 1, 15), date(2026, 6, 20), date(2026, 7, 15)),
        (Repeat.MONTHLY, date(2028, 1, 30), date(2028, 1, 30), date(2028, 2, 29)),
        (Repeat.YEARLY, date(2028, 2, 29), date(2028, 2, 29), date(2029, 2, 28)),
        (Repeat.YEARLY, date(2028, 2, 29), date(2031, 2, 28), date(2032, 2, 29)),
        (Repeat.YEARLY, date(2026, 5, 1), date(2028, 4, 30), date(2028, 5, 1)),
    ],
)
def test_what_comes_again_comes_on_its_day(repeat: str, first: date, after: date, following: date) -> None:
    assert next_day(first, repeat, after) == following


DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(first=DAYS, gone=st.integers(0, 3000), repeat=st.sampled_from([each for each in Repeat.values if each]))
def test_the_next_day_is_later_and_of_the_series(first: date, gone: int, repeat: str) -> None:
    after = first + timedelta(days=gone)
    following = next_day(first, repeat, after)
    assert following > after
    if repeat == Repeat.WEEKLY:
        assert (following - first).days % 7 == 0
    if repeat in (Repeat.MONTHLY, Repeat.YEARLY):
        months = (following.year - first.year) * 12 + following.month - first.month
        assert following == months_later(first, months)


def test_a_whole_day_reminds_in_the_morning_and_is_late_after_it() -> None:
    day = date(2026, 11, 23)
    assert reminder(day, None, "Asia/Shanghai", 0) == datetime(2026, 11, 23, 1, tzinfo=UTC)
    assert due_moment(day, None, "Asia/Shanghai") == datetime(2026, 11, 23, 15, 59, tzinfo=UTC)


def test_a_day_before_is_the_same_time_although_the_clocks_change() -> None:
    assert reminder(date(2026, 3, 29), time(9), "Europe/Berlin", 1440) == datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert reminder(date(2026, 3, 29), time(9), "Europe/Berlin", 15) == datetime(2026, 3, 29, 6, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("how", "back"),
    [
        ("hour", datetime(2026, 11, 27, 18, tzinfo=UTC)),
        ("tomorrow", datetime(2026, 11, 29, 1, tzinfo=UTC)),
        ("monday", datetime(2026, 11, 30, 1, tzinfo=UTC)),
    ],
)
def test_what_is_put_off_comes_back_in_the_morning_of_its_person(how: str, back: datetime) -> None:
    # Friday evening in London is Saturday in Shanghai.
    assert put_off(datetime(2026, 11, 27, 17, tzinfo=UTC), how, "Asia/Shanghai") == back
