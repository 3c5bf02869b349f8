"""How many customers had which grade at the end of each of the last months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from vitalfew.classifiers.stability import Stability
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.history.days import Days, days_of
from vitalfew.history.grading import followed
from vitalfew.history.result import History
from vitalfew.readers.reading import Options
from vitalfew.report.portrait.listed import month_starts
from vitalfew.run import Request
from vitalfew.run.gather import Gathered

LEAST_DAYS = 3
"""Two days are told by the migration between them."""
MOST_CUSTOMERS = 100_000
"""Of more customers a dozen further gradings would take longer than all the rest of the report."""


@dataclass(frozen=True)
class OverTime:
    """Month ends in order, the day of the report last; per day grade → customers, those without a grade left out."""

    days: tuple[date, ...]
    counts: tuple[Mapping[str, int], ...]
    grades: History = field(compare=False)
    """Of these days and of the months before them that transitions are learned from."""


def over_time(
    gathered: Gathered,
    request: Request,
    options: Options,
    facts: Facts,
    people: pa.Table,
    known: History | None = None,
) -> OverTime | None:
    """The grades of the last twelve months, as far as the facts reach back and can be graded; last those of the run.

    `known` is a history of the same facts by the same scheme, from which they are counted where it holds these months.
    """
    scheme = request.scheme
    if scheme.grade is None or people.num_rows > MOST_CUSTOMERS:
        return None
    first = month_starts(facts.at)[0]
    learned = days_of(Days("month", max(facts.first_day, before(first))), facts.first_day, facts.at)
    days = tuple(day for day in learned if day >= first)
    if len(days) < LEAST_DAYS:
        return None
    past = days[:-1]
    grades = known if known is not None and _holds(known, past) else _worked_out(gathered, request, options, learned)
    if grades is None:
        return None
    return OverTime(days, (*(_counted(grades.on(day)) for day in past), _counted(people)), grades)


def before(first: date) -> date:
    """A day of the month before the month before a day: with these two there are twelve changes of month at least.

    >>> from datetime import date
    >>> from vitalfew.report.portrait.over_time import before
    >>> before(date(2025, 11, 1))
    datetime.date(2025, 9, 30)
    """
    return (first - timedelta(days=1)).replace(day=1) - timedelta(days=1)


def _holds(known: History, days: Sequence[date]) -> bool:
    """Whether a history says it. A guard hangs on the day it began with, so that such a scheme is walked anew."""
    guarded = any(isinstance(one, Stability) for one in known.scheme.classifiers.values())
    return not guarded and set(days) <= set(known.days)


def _worked_out(gathered: Gathered, request: Request, options: Options, days: tuple[date, ...]) -> History | None:
    try:
        return followed(gathered, replace(request, previous=None), options, Days(days))
    except Refusal:
        return None


def _counted(rows: pa.Table) -> dict[str, int]:
    counts: list[dict[str, Any]] = rows["grade"].value_counts().to_pylist()
    return {one["values"]: one["counts"] for one in counts if one["values"] is not None}
