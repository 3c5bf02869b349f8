"""Who stands outside, and where the as-of day lies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.expressions import day
from vitalfew.readers.reading import Note

SILENT = 31
"""Days after the last order of all from which on the as-of day is worth a word."""


def of_never(never: int) -> Iterator[Note]:
    """Customers without a valid order."""
    if never:
        yield Note(
            "never_bought",
            "{n} known customers have never bought: no order of theirs sums to more than zero.",
            {"n": never},
        )


def of_earlier(database: DuckDB, facts: Facts) -> Iterator[Note]:
    """Customers from before the facts begin: their first order in them is not their first."""
    known = facts.tables.get("customers")
    if known is None or "since" not in known.columns:
        return
    earlier = known.filter(known.since.cast("date") < day(facts.first_day))
    number = int(database.row(earlier.aggregate(n=earlier.customer_id.nunique()))["n"])
    if number:
        yield Note(
            "from_before",
            "{n} were customers before the first day of the facts, {day}: what counts as their first purchase is not.",
            {"n": number, "day": facts.first_day.isoformat()},
            warning=True,
        )


def of_day(last: date, at: date) -> Iterator[Note]:
    """Where the as-of day lies long after the last purchase."""
    if (at - last).days > SILENT:
        yield Note(
            "late_day",
            "The as-of day is {n} days after the last order of all: so long a silence counts against everybody.",
            {"n": (at - last).days},
            warning=True,
        )
