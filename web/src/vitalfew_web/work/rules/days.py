"""Arithmetic of tasks: moments in a time zone, days that come again."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vitalfew_web.work.choices import Repeat, Snooze

MORNING = time(9)
"""When a task of a whole day reminds, and when what was put off comes back."""

EVENING = time(23, 59)
"""Until when a task of a whole day is in time."""

FRIDAY, MONDAY = 4, 0


def moment(day: date, clock: time, zone: str) -> datetime:
    """The moment at which clocks of a time zone show this.

    A time that the change to summer leaves out is as much later as the clocks go forward: 02:30 becomes 03:30. Of a
    time that comes twice in autumn the first counts. Either way there is exactly one.
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def due_moment(day: date, clock: time | None, zone: str) -> datetime:
    """Until when a task is in time; without a time of day until the end of the day."""
    return moment(day, clock or EVENING, zone)


def reminder(day: date, clock: time | None, zone: str, minutes: int) -> datetime:
    """When a task reminds: so many minutes before it is due, whole days counted from the morning.

    A day before is the same time of the day before, also where the clocks change between.
    """
    days, rest = divmod(minutes, 24 * 60)
    return moment(day - timedelta(days=days), clock or MORNING, zone) - timedelta(minutes=rest)


def week_around(today: date) -> list[date]:
    """The days from Monday to Sunday of a working day's week; of a weekend what is left of it, and the week to come."""
    monday = today - timedelta(days=today.weekday())
    if today.weekday() <= FRIDAY:
        return [monday + timedelta(days=step) for step in range(7)]
    return [today + timedelta(days=step) for step in range(14 - today.weekday())]


def next_day(first: date, repeat: str, after: date) -> date:
    """The first day after another on which something comes again that was first on `first`.

    A month without that day has it on its last; the month after has it again: 31 January, 28 February, 31 March. So
    has a year without 29 February. Refused: what does not come again.
    """
    if repeat == Repeat.DAILY:
        return after + timedelta(days=1)
    if repeat == Repeat.WEEKDAYS:
        following = after + timedelta(days=1)
        return following if following.weekday() <= FRIDAY else following + timedelta(days=7 - following.weekday())
    if repeat == Repeat.WEEKLY:
        return after + timedelta(days=7 - (after - first).days % 7)
    months = {Repeat.MONTHLY: 1, Repeat.YEARLY: 12}[Repeat(repeat)]
    gone = (after.year - first.year) * 12 + after.month - first.month
    candidates = (months_later(first, months * step) for step in range(gone // months, gone // months + 3))
    return next(day for day in candidates if day > after)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def put_off(at: datetime, how: str, zone: str) -> datetime:
    """When something comes back that is put off now."""
    if how == Snooze.HOUR:
        return at + timedelta(hours=1)
    today = at.astimezone(ZoneInfo(zone)).date()
    days = 1 if how == Snooze.TOMORROW else 7 - (today.weekday() - MONDAY) % 7
    return moment(today + timedelta(days=days), MORNING, zone)
