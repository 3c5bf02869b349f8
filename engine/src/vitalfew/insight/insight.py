"""What every look behind the numbers has in common: rows, the day, what is to be said of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, every_customer
from vitalfew.errors import Refusal, WrongUse
from vitalfew.insight.rhythm import purchases
from vitalfew.languages import say
from vitalfew.readers.reading import Note, Options, Report
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of, no_facts, said

LONGEST = 36_525
"""Days of the longest silence that can be asked for: a century."""


@dataclass(frozen=True, kw_only=True)
class Insight:
    """Rows as of a day, in the order in which they are written, with what is to be said of them.

    `customers` have a valid order (its lines sum to more than zero) up to the day; `never` are known without one.
    """

    rows: pa.Table
    as_of: date
    customers: int
    never: int
    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows, for programs."""
        return {"as_of": self.as_of.isoformat(), "customers": self.customers, "never_bought": self.never}


def bought_and_never(database: DuckDB, facts: Facts) -> tuple[int, int]:
    """How many customers have a valid order, and how many are known without one."""
    bought = database.count(purchases(facts).select("customer_id").distinct())
    return bought, database.count(every_customer(facts)) - bought


T = TypeVar("T", bound=Insight)


def of_facts(sources: Sources, request: Request, options: Options, look: Callable[[DuckDB, Facts], T]) -> T:
    """What `look` makes of the facts as they stood on the as-of day, with what the readers have to say before it.

    Refused: no facts up to the day.
    """

    def found(gathered: Gathered) -> T:
        facts = facts_of(gathered, request, options)
        ids = gathered.database.fetch(every_customer(facts).order_by("customer_id"))["customer_id"]
        if not len(ids):
            raise no_facts(facts.at, say("Give a later day with --as-of."))
        return read_from(gathered, ids, look(gathered.database, facts))

    return with_facts(sources, options, found)


def read_from(gathered: Gathered, ids: pa.ChunkedArray, seen: T) -> T:
    """What was seen, with what the readers of these customers' facts have to say before it."""
    notes = (*said(gathered), *gathered.looked_at(ids), *seen.notes)
    return replace(seen, notes=notes, reports=gathered.reports, rejects=gathered.rejects)


def refuse_nobody(customers: int, at: date) -> None:
    """Refuse facts in which no order is valid."""
    if not customers:
        raise Refusal(
            say("no customer has an order up to {day} that counts.", day=at.isoformat()),
            remedy=say("An order counts when its lines sum to more than zero; look at the signs of the amounts."),
        )


def refuse_no_silence(days: int | None) -> None:
    """Refuse a number of days that no silence can have."""
    if days is not None and not 1 <= days <= LONGEST:
        raise WrongUse(
            say("a silence has between 1 and {days} days.", days=LONGEST),
            where="--lost-after",
            remedy=say("Write 180, or leave it out: each customer is judged by its own rhythm."),
        )
