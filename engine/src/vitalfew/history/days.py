"""The days of a history: the ends of months, quarters or weeks, or those that are named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vitalfew.errors import WrongUse
from vitalfew.languages import say

Every = Literal["month", "quarter", "week"]

MONTHS = {"month": 1, "quarter": 3}
"""Period → how many months it has."""


@dataclass(frozen=True)
class Days:
    """Which days are asked for: the last ones of periods between two days, and the last day; or a list of days.

    Weeks end on Sunday. `first` and `last` limit either; without them the facts do.
    """

    every: Every | tuple[date, ...] = "month"
    first: date | None = None
    last: date | None = None


def days_of(asked: Days, first: date, last: date) -> tuple[date, ...]:
    """The days in order, of facts that reach from `first` to `last`. Refused where there is none."""
    begin, end = asked.first or first, asked.last or last
    if isinstance(asked.every, tuple):
        found = sorted({day for day in asked.every if (asked.first or date.min) <= day <= (asked.last or date.max)})
    else:
        found = [*_ends(asked.every, begin, end), end] if begin <= end else []
    if not found:
        raise WrongUse(
            say("there is no day between {first} and {last} to grade by.", first=begin, last=end),
            where="--from, --to",
            remedy=say("Give an earlier --from or a later --to."),
        )
    return tuple(dict.fromkeys(found))


def _ends(every: Every, begin: date, end: date) -> list[date]:
    """The last days of the periods that end from one day to another."""
    found = []
    day = _end_of(every, begin)
    while day <= end:
        found.append(day)
        day = _end_of(every, day + timedelta(days=1))
    return found


def _end_of(every: Every, day: date) -> date:
    """The last day of the period that a day lies in."""
    if every == "week":
        return day + timedelta(days=6 - day.weekday())
    months = MONTHS[every]
    month = (day.month - 1) // months * months + months
    following = date(day.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
