"""How a customer buys and pays, beside the year before: sums by year and month, rhythm, days late.

A year is 365 days that end with the day given, as the metrics of a scheme count it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, takewhile
from statistics import median

YEAR = timedelta(days=365)
MONTHS = 12

Dated = tuple[date, Decimal]
"""A day and what was bought on it; negative where more came back."""

Paid = tuple[date, date, Decimal]
"""The day an invoice was due, the day it was paid, and its amount."""


@dataclass(frozen=True)
class Month:
    """What a month brought, and what the same days brought a year before; `first` is its first day."""

    first: date
    amount: Decimal
    before: Decimal


@dataclass(frozen=True)
class Rhythm:
    """Days since the last order, and the median of the customer's own gaps; None with fewer than three days of orders."""

    since: int
    own: float | None


def within_years(bought: Iterable[Dated], last: date) -> tuple[list[Decimal], list[Decimal]]:
    """The amounts of the year up to a day, and those of the year before it."""
    now, before = [], []
    for day, amount in bought:
        if last - YEAR < day <= last:
            now.append(amount)
        elif last - 2 * YEAR < day <= last - YEAR:
            before.append(amount)
    return now, before


def months_of(bought: Sequence[Dated], last: date) -> list[Month]:
    """Twelve months of the calendar, the last one up to the day given, each beside the same days a year before."""
    firsts = [_month_before(last, back) for back in reversed(range(MONTHS))]
    sums: dict[date, Decimal] = {}
    for day, amount in bought:
        if day <= last and not _is_after_same_day_last_year(day, last):
            first = day.replace(day=1)
            sums[first] = sums.get(first, Decimal(0)) + amount
    nothing = Decimal(0)
    return [Month(each, sums.get(each, nothing), sums.get(_year_before(each), nothing)) for each in firsts]


def _month_before(day: date, back: int) -> date:
    years, month = divmod(day.year * MONTHS + day.month - 1 - back, MONTHS)
    return date(years, month + 1, 1)


def _year_before(first: date) -> date:
    return first.replace(year=first.year - 1)


def _is_after_same_day_last_year(day: date, last: date) -> bool:
    return (day.year, day.month) == (last.year - 1, last.month) and day.day > last.day


def rhythm_of(days: Iterable[date], last: date) -> Rhythm | None:
    """How often a customer buys, and for how long not; None without an order up to the day given."""
    known = sorted({day for day in days if day <= last})
    if not known:
        return None
    gaps = [(later - day).days for day, later in pairwise(known)]
    return Rhythm((last - known[-1]).days, float(median(gaps)) if len(gaps) > 1 else None)


def lateness(paid: Iterable[Paid], last: date) -> tuple[Decimal | None, Decimal | None]:
    """Mean days behind the due date, weighted by amount, of what was paid in the year and in the year before.

    Paid early counts below zero. None where nothing was paid, or the amounts sum to nothing.
    """
    in_year, before = [], []
    for due, day, amount in paid:
        if last - YEAR < day <= last:
            in_year.append(((day - due).days, abs(amount)))
        elif last - 2 * YEAR < day <= last - YEAR:
            before.append(((day - due).days, abs(amount)))
    return _mean(in_year), _mean(before)


def _mean(weighted: Sequence[tuple[int, Decimal]]) -> Decimal | None:
    weight = sum((amount for _days, amount in weighted), Decimal(0))
    return sum((days * amount for days, amount in weighted), Decimal(0)) / weight if weight else None


def run_against(months: Sequence[Month], *, rising: bool) -> int:
    """How many of the last months, counted back without a break, stand below the year before, or above it."""
    side = 1 if rising else -1
    return sum(1 for _each in takewhile(lambda one: side * (one.amount - one.before) > 0, reversed(months)))
