"""How many customers had which grade at the end of each of the last months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from vitalfew.classifiers.stability import Stability
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.history.ahead import put_ahead
from vitalfew.history.days import Days, days_of
from vitalfew.history.grading import Walk
from vitalfew.history.result import History
from vitalfew.readers.reading import Options
from vitalfew.report.portrait.listed import month_starts
from vitalfew.run import Request
from vitalfew.run.gather import Gathered
from vitalfew.run.grading import all_facts

LEAST_DAYS = 3
"""Two days are told by the migration between them."""
MOST_CUSTOMERS = 100_000
"""Of more customers a dozen further gradings would take longer than all the rest of the report."""


@dataclass(frozen=True)
class OverTime:
    """Month ends in order, the day of the report last; per day grade → customers, those without a grade left out."""

    days: tuple[date, ...]
    counts: tuple[Mapping[str, int], ...]


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
    days = days_of(Days("month", max(facts.first_day, month_starts(facts.at)[0])), facts.first_day, facts.at)
    if len(days) < LEAST_DAYS:
        return None
    past = days[:-1]
    counts = _looked_up(known, past) if known is not None else None
    if counts is None:
        counts = _worked_out(gathered, request, options, past)
    return None if counts is None else OverTime(days, (*counts, _counted(people)))


def _looked_up(known: History, days: Sequence[date]) -> list[dict[str, int]] | None:
    """The counts as a history has them. A guard hangs on the day it began with, so that such a scheme is walked anew."""
    guarded = any(isinstance(one, Stability) for one in known.scheme.classifiers.values())
    if guarded or not set(days) <= set(known.days):
        return None
    return [_counted(known.on(day)) for day in days]


def _worked_out(
    gathered: Gathered, request: Request, options: Options, days: Sequence[date]
) -> list[dict[str, int]] | None:
    try:
        ahead = put_ahead(gathered.database, all_facts(gathered, request, options), request.scheme.metrics, days)
        walk = Walk(gathered.database, request.scheme, ahead, days, None)
        return [_counted(rows) for _, rows in walk.grades()]
    except Refusal:
        return None


def _counted(rows: pa.Table) -> dict[str, int]:
    counts: list[dict[str, Any]] = rows["grade"].value_counts().to_pylist()
    return {one["values"]: one["counts"] for one in counts if one["values"] is not None}
