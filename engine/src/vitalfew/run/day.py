"""The as-of day of a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import ibis.expr.types as ir

from vitalfew.backends import Calculator
from vitalfew.errors import Refusal
from vitalfew.expressions import midnight
from vitalfew.languages import say

LAST = date(9998, 12, 31)
"""Calendars end with the year 9999; a run also looks at the days after its own."""


@dataclass(frozen=True)
class Span:
    """Days of the first order line and of the last one not after today; None without lines."""

    first: date | None
    last: date | None


def span(database: Calculator, orders: ir.Table, today: date) -> Span:
    """How far the order lines reach. Plain extremes cost nothing: the files' own statistics hold them."""
    reach = database.row(orders.aggregate(first=orders.moment.min(), last=orders.moment.max()))
    last = _day(reach["last"])
    if last is not None and last > today:
        past = orders.filter(orders.moment < midnight(today + timedelta(days=1)))
        last = _day(database.row(past.aggregate(last=past.moment.max()))["last"])
    return Span(_day(reach["first"]), last)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def as_of_day(wanted: date | None, orders: Span) -> date:
    """The day asked for, else that of the last order line not after today. Refused where there is none."""
    day = wanted or orders.last
    if day is None:
        raise Refusal(
            say("there is no order to grade by."),
            remedy=say("Check the file, or give the day with --as-of."),
        )
    if day > LAST:
        raise Refusal(say("no day after {day} can be graded by.", day=LAST), where="--as-of")
    return day
