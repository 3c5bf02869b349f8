"""Facts → a model of buying → what is to be expected of every customer."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.foreseeing import Lesson, forecasts, lesson
from vitalfew.foreseeing.forecasts import cells
from vitalfew.foreseeing.learning import floats
from vitalfew.foreseeing.occasions import MARGIN, customers, last_day, since_last
from vitalfew.foreseeing.remarks import of_customers, of_days, of_fit, of_missing, of_spending
from vitalfew.languages import say
from vitalfew.lifetime.asked import Outlook
from vitalfew.lifetime.lifetimes import COLUMNS, Lifetimes
from vitalfew.models.histories import Numbers
from vitalfew.models.horizon import Horizon
from vitalfew.readers.reading import Note, Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of, no_facts, said
from vitalfew.run.manifest import manifest


def lifetimes(sources: Sources, request: Request, options: Options, asked: Outlook) -> Lifetimes:
    """What every customer is expected to order and to be worth. See contract.md section 6.

    Refused: facts in which nobody has an order that counts, or nobody was first seen inside them.
    """
    return with_facts(sources, options, lambda gathered: _of_gathered(gathered, request, options, asked))


def _of_gathered(gathered: Gathered, request: Request, options: Options, asked: Outlook) -> Lifetimes:
    database, facts = gathered.database, facts_of(gathered, request, options)
    column = asked.margin if isinstance(asked.margin, str) else None
    kept = database.keep("histories", customers(facts, asked.occasions, column))
    every = database.fetch(kept.order_by("customer_id"))
    _refuse_empty(every, facts)
    found = lesson(database, facts, kept, asked.model, asked.occasions)
    if found is None:
        raise _nobody_new(facts)
    table = forecasts(database, every, found.learned, Horizon(asked.days, asked.discount))
    rows, unvalued = _rows(table, asked)
    since = since_last(database.row(last_day(facts.tables["orders"]))["last"], facts.at)
    notes = (
        *said(gathered),
        *gathered.looked_at(rows["customer_id"]),
        *of_fit(found.fitted, found.came_back),
        *of_spending(found.spending, gathered.digits),
        *_of_margin(asked),
        *of_customers(found.left_out, facts.first_day),
        *of_missing(every["age"].null_count, unvalued),
        *of_days(since),
    )
    described = _described(gathered, request, options, asked, found, facts)
    return Lifetimes(rows, asked, facts.at, found, described, notes, gathered.reports, gathered.rejects)


def _described(
    gathered: Gathered, request: Request, options: Options, asked: Outlook, found: Lesson, facts: Facts
) -> dict[str, Any]:
    """The manifest: that of a run, what was asked in place of its scheme."""
    whole = manifest(
        request.scheme,
        facts.at,
        gathered.reports,
        options,
        None,
        by_parent=request.by_parent,
        kept=gathered.kept,
        learned={asked.model: found.numbers()},
    )
    return {**{name: part for name, part in whole.items() if name != "scheme"}, "clv": asdict(asked)}


def _of_margin(asked: Outlook) -> list[Note]:
    if asked.margin is not None:
        return []
    return [Note("clv_revenue", "Without --margin the lifetime value is revenue, not profit.")]


def _refuse_empty(every: pa.Table, facts: Facts) -> None:
    if not every.num_rows:
        raise no_facts(facts.at, say("Give a later day with --as-of."))
    if every["age"].null_count == every.num_rows:
        raise Refusal(
            say("no customer has an order up to {day} that counts.", day=facts.at.isoformat()),
            remedy=say("Orders below zero do not; look at the signs of the amounts."),
        )


def _nobody_new(facts: Facts) -> Refusal:
    return Refusal(
        say("every customer was one before the first day of the facts, {day}.", day=facts.first_day.isoformat()),
        remedy=say("Give facts that begin earlier, or leave out the column since."),
    )


def _rows(table: pa.Table, asked: Outlook) -> tuple[pa.Table, int]:
    """The rows as they are written, and how many customers have no margin."""
    absent = table["age"].is_null().to_numpy()
    margin = _margin(table, asked)
    columns = {
        "recency": cells(floats(table["recency"]) / asked.unit, absent),
        "age": cells(floats(table["age"]) / asked.unit, absent),
        "lifetime_value": cells(floats(table["worth"]) * margin, absent),
    }
    rows = pa.table({name: columns[name] if name in columns else table[name] for name in COLUMNS})
    return rows, int((np.isnan(margin) & ~absent).sum())


def _margin(table: pa.Table, asked: Outlook) -> Numbers:
    """Each customer's share of revenue that stays; 1 where revenue is asked for, not a number where it is not known."""
    if not isinstance(asked.margin, str):
        return np.full(table.num_rows, 1.0 if asked.margin is None else float(asked.margin))
    own = floats(table[MARGIN], np.nan)
    return np.where(np.abs(own) <= 1, own, np.nan)
