"""A scheme applied as of many days in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.classifiers.stability import Stability
from vitalfew.compile import graded, missing, ready
from vitalfew.errors import Refusal
from vitalfew.history.ahead import Ahead, put_ahead
from vitalfew.history.days import Days, days_of
from vitalfew.history.result import History
from vitalfew.history.together import Together
from vitalfew.languages import say
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts, metrics_of, no_facts, refuse_ungradable, said
from vitalfew.run.previous import Previous, with_previous
from vitalfew.scheme import Scheme

TOLD = {"grade_since": "previous_since", "candidate": "previous_candidate"}
"""What a guard tells of a customer, and the name under which the next run reads it."""


def history(sources: Sources, request: Request, options: Options, days: Days) -> History:
    """The grades of every customer as of many days; each is that of a run of its own day.

    The facts are read and put together once. They end with `request.as_of` (default: the day of the last order
    line). A stability guard takes the day before as its previous run, the first day `request.previous`. Refused: a
    scheme without a grade, a day on which there is no fact yet, no day at all.
    """
    refuse_gradeless(request.scheme)
    return with_facts(sources, options, lambda gathered: followed(gathered, request, options, days))


def refuse_gradeless(scheme: Scheme) -> None:
    """Refuse a scheme that only labels customers."""
    if scheme.grade is None:
        raise Refusal(
            say("scheme {scheme} gives no grade that could be followed.", scheme=scheme.scheme),
            remedy=say("Take a scheme with a grade; see vitalfew schemes."),
        )


def followed(gathered: Gathered, request: Request, options: Options, days: Days) -> History:
    """The history of facts that are attached already; of a scheme with a grade. Refused as `history` refuses."""
    facts = all_facts(gathered, request, options)
    chosen = days_of(days, facts.first_day, facts.at)
    ahead = put_ahead(gathered.database, facts, request.scheme.metrics, chosen)
    notes = (*said(gathered), *gathered.looked_at(ahead.ids))
    walk = Walk(gathered.database, request.scheme, ahead, chosen, _by_number(request.previous, ahead.ids))
    table = _with_ids(walk.grades(), ahead.ids)
    return History(request.scheme, table, notes, gathered.reports, gathered.rejects)


class Walk:
    """Day after day through the same facts; a guard takes with it what it said the day before."""

    def __init__(
        self, database: DuckDB, scheme: Scheme, ahead: Ahead, days: Sequence[date], previous: Previous | None
    ) -> None:
        self.database = database
        self.scheme = scheme
        self.days = days
        self.together = Together(database, ahead, scheme.metrics)
        self.guarded = any(isinstance(each, Stability) for each in scheme.classifiers.values())
        self.previous = previous if self.guarded else None
        self._judgements: dict[pa.Schema, ir.Table] = {}

    def grades(self) -> Iterator[tuple[date, pa.Table]]:
        """Per day customer, grade and score, in order of customers."""
        for at in self.days:
            rows = self._graded(at)
            if self.guarded:
                self.previous = _as_previous(rows, at)
            yield at, rows.select(["customer_id", "grade", "score"])

    def _graded(self, at: date) -> pa.Table:
        facts = self.together.on(at)
        numbers = metrics_of(self.database, facts, self.scheme)
        refuse_ungradable(self.scheme, numbers.column_names, lambda name: missing(self.scheme.metrics[name], facts))
        if not numbers.num_rows:
            raise no_facts(at, say("Begin with a later day."))
        metrics = self.database.attach("metrics", ready(numbers, self.scheme))
        if self.guarded:
            told = self._told(with_previous(self.database, metrics, self.previous, at))
            return self.database.in_order(told, "customer_id")
        if numbers.schema not in self._judgements:
            self._judgements[numbers.schema] = self._told(metrics)
        return self.database.in_order(self._judgements[numbers.schema], "customer_id")

    def _told(self, metrics: ir.Table) -> ir.Table:
        """What is kept of a day."""
        rows = graded(metrics, self.scheme)
        kept = [name for name in ("customer_id", "grade", "score", *TOLD) if name in rows.columns]
        return rows.select(*kept)


def _as_previous(rows: pa.Table, at: date) -> Previous:
    """The grades of a day as the next day's guard reads them."""
    known_on = pa.scalar(at, pa.date32())
    since = rows["grade_since"].cast(pa.date32()).fill_null(known_on) if "grade_since" in rows.column_names else None
    columns = {
        "customer_id": rows["customer_id"],
        "previous_grade": rows["grade"],
        "previous_since": pa.repeat(known_on, rows.num_rows) if since is None else since,
        "previous_candidate": rows["candidate"]
        if "candidate" in rows.column_names
        else pa.nulls(rows.num_rows, pa.string()),
    }
    return Previous(pa.table(columns), digest="")


def _by_number(previous: Previous | None, ids: pa.ChunkedArray) -> Previous | None:
    """The run before with the customers' numbers in place of their ids; those who are gone are left out."""
    if previous is None:
        return None
    numbers = pc.index_in(previous.grades["customer_id"], value_set=ids.combine_chunks())
    place = previous.grades.column_names.index("customer_id")
    known = previous.grades.set_column(place, "customer_id", numbers).filter(numbers.is_valid())
    return replace(previous, grades=known)


def _with_ids(days: Iterator[tuple[date, pa.Table]], ids: pa.ChunkedArray) -> pa.Table:
    """All days under each other, ids and grades each written down once."""
    tables = []
    for at, rows in days:
        day = pa.repeat(pa.scalar(at, pa.date32()), rows.num_rows)
        grade = rows["grade"].dictionary_encode()
        tables.append(pa.table({"number": rows["customer_id"], "as_of": day, "grade": grade, "score": rows["score"]}))
    every = pa.concat_tables(tables).unify_dictionaries()
    numbers = every["number"].combine_chunks().cast(pa.int32())
    known = pa.DictionaryArray.from_arrays(numbers, ids.combine_chunks())
    return every.set_column(0, "customer_id", known)
