"""Classes are looked over from time to time (M160)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, warning
from vitalfew.languages import say


def review_is_due(draft: Draft, today: date) -> Iterator[Issue]:
    """A warning where no review is noted, where it is overdue today, or where it is said to be in the future."""
    review = draft.section("review")
    last, months = _day(review.get("last")), review.get("every_months", 12)
    if draft.content.get("review") is None:
        yield warning("review", say("no review is noted; write when the scheme was last looked over."))
    if last is None or not isinstance(months, int):
        return
    if last > today:
        yield warning("review.last", say("the review is in the future: {day}.", day=last.isoformat()))
    due = _later(last, months)
    if due < today:
        said = say("the review has been due since {day}.", day=due.isoformat())
        yield warning("review.last", said)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _later(day: date, months: int) -> date:
    """So many months later; the last day of the month where the day of the month does not exist in it."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return day
