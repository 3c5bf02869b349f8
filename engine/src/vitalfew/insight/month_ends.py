"""Where customers stood at the end of each month."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.history import History
from vitalfew.insight import calendar
from vitalfew.insight.chain import NOWHERE, Stands
from vitalfew.languages import say

Grades = tuple[str | None, ...]
"""The grades of a scheme, best first; None is no grade."""

LEAST = 2
"""Month ends without which nobody is seen to go anywhere."""


def month_ends(first: date, last: date) -> int:
    """How many months end from one day to another.

    >>> from datetime import date
    >>> from vitalfew.insight.month_ends import month_ends
    >>> month_ends(date(2026, 1, 31), date(2026, 3, 30))
    2
    """
    return calendar.place_of(last + timedelta(days=1), "month") - calendar.place_of(first, "month")


def refuse_too_short(facts: Facts, first: date) -> None:
    """Refuse facts that hold the ends of fewer than two months from a day on."""
    if month_ends(first, facts.at) < LEAST:
        raise Refusal(
            say("there are fewer than two month ends from {first} to {last}.", first=first, last=facts.at),
            remedy=say("Where customers go is learned from one month end to the next: give facts of more months."),
        )


def places_of(grades: pa.ChunkedArray, names: Grades) -> Stands:
    """The place of each grade among these."""
    found = pc.index_in(grades.cast(pa.string()), value_set=pa.array(names, pa.string()))
    return np.asarray(found.combine_chunks(), np.int16)


def stands(past: History, grades: Grades, ids: pa.Array, most: int) -> tuple[list[date], Stands]:
    """The last month ends of a history, at most so many, and where among the grades each of these customers stood."""
    ends = [one for one in past.days if (one + timedelta(days=1)).day == 1][-most:]
    found = np.full((len(ends), len(ids)), NOWHERE, np.int16)
    for row, end in zip(found, ends, strict=True):
        rows = past.on(end)
        who = pc.index_in(rows["customer_id"].cast(pa.string()), value_set=ids)
        row[np.asarray(who)] = places_of(rows["grade"], grades)
    return ends, found
