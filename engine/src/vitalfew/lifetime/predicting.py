"""Facts → a model of buying → what is to be expected of every customer."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.lifetime.asked import Outlook
from vitalfew.lifetime.lifetimes import COLUMNS, Lifetimes
from vitalfew.lifetime.occasions import MARGIN, TRUNCATED, customers, gaps, last_day, log_gaps, since_last
from vitalfew.lifetime.remarks import of_customers, of_days, of_fit, of_money
from vitalfew.lifetime.spending import Spending, spending
from vitalfew.models import MODELS
from vitalfew.models.fit import Fitted, fit
from vitalfew.models.histories import KEYS, Histories, Numbers, grouped
from vitalfew.models.horizon import Horizon, forecast
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of, no_facts, said

DIGITS = 12
"""Significant digits of a forecast; what stands behind them depends on the machine."""


def lifetimes(sources: Sources, request: Request, options: Options, asked: Outlook) -> Lifetimes:
    """What every customer is expected to order and to be worth. See contract.md section 6.

    Refused: facts in which nobody has an order that counts, or nobody was first seen inside them.
    """
    return with_facts(sources, options, lambda gathered: _of_gathered(gathered, request, options, asked))


def _of_gathered(gathered: Gathered, request: Request, options: Options, asked: Outlook) -> Lifetimes:
    database, facts = gathered.database, facts_of(gathered, request, options)
    column = asked.margin if isinstance(asked.margin, str) else None
    kept = database.keep("histories", customers(facts, asked.occasions, column))
    learned = kept.filter(kept.age.notnull() & ~kept[TRUNCATED])
    histories = Histories.of(database.fetch(grouped(learned)), _log_gaps(database, facts, asked, learned))
    every = database.fetch(kept.order_by("customer_id"))
    _refuse_empty(every, histories, facts)
    fitted = fit(MODELS[asked.model], histories)
    money = _spending(every)
    table = _foreseen(database, every, fitted, asked)
    rows, unvalued = _rows(table, money, asked)
    silent = every["age"].null_count
    left_out = int(pc.sum(pc.and_(every[TRUNCATED], every["age"].is_valid())).as_py() or 0)
    since = since_last(database.row(last_day(facts.tables["orders"]))["last"], facts.at)
    notes = (
        *said(gathered),
        *gathered.looked_at(rows["customer_id"]),
        *of_fit(fitted, histories.repeaters),
        *of_money(money, asked, gathered.digits),
        *of_customers(left_out, facts.first_day, silent, unvalued),
        *of_days(since),
    )
    counts = (histories.n, histories.repeaters, left_out)
    return Lifetimes(rows, asked, facts.at, fitted, money, *counts, notes, gathered.reports, gathered.rejects)


def _log_gaps(database: DuckDB, facts: Facts, asked: Outlook, learned: ir.Table) -> float:
    """What a model of regular buyers asks beside the histories; the others do not."""
    if MODELS[asked.model].k is None:
        return 0.0
    return log_gaps(database.fetch(gaps(facts, asked.occasions, learned)))


def _refuse_empty(every: pa.Table, histories: Histories, facts: Facts) -> None:
    if not every.num_rows:
        raise no_facts(facts.at, say("Give a later day with --as-of."))
    if every["age"].null_count == every.num_rows:
        raise Refusal(
            say("no customer has an order up to {day} that counts.", day=facts.at.isoformat()),
            remedy=say("Orders below zero do not; look at the signs of the amounts."),
        )
    if not histories.n:
        raise Refusal(
            say("every customer was one before the first day of the facts, {day}.", day=facts.first_day.isoformat()),
            remedy=say("Give facts that begin earlier, or leave out the column since."),
        )


def _numbers(column: pa.ChunkedArray, missing: float = 0.0) -> Numbers:
    """A column as floats: here, after exact sums, money stops being decimal."""
    filled = column.cast(pa.float64()).fill_null(missing).to_numpy()
    return np.ascontiguousarray(filled, dtype=np.float64)


def _spending(every: pa.Table) -> Spending:
    learned = every.filter(pc.and_(every["age"].is_valid(), pc.invert(every[TRUNCATED])))
    return spending(*(_numbers(learned[name]) for name in ("frequency", "repeated", "first_spent")))


def _foreseen(database: DuckDB, every: pa.Table, fitted: Fitted, asked: Outlook) -> pa.Table:
    """Every customer with the forecast of its history: worked out once for each and joined back."""
    known = database.attach("customers with a history", every.filter(every["age"].is_valid()))
    histories = Histories.of(database.fetch(grouped(known)))
    found = forecast(fitted, histories, Horizon(asked.days, asked.discount))
    keys = {name: getattr(histories, name).astype(np.int64) for name in KEYS}
    numbers = {"p_alive": found.alive, "p_return": found.returning, "expected_orders": found.orders}
    ahead = database.attach("forecasts", pa.table({**keys, **numbers, "_worth": found.worth}))
    customers = database.attach("every customer", every)
    joined = customers.left_join(ahead, list(KEYS), rname="_{name}").drop(*(f"_{name}" for name in KEYS))
    return database.fetch(joined.order_by("customer_id"))


def _rows(table: pa.Table, money: Spending, asked: Outlook) -> tuple[pa.Table, int]:
    """The rows as they are written, and how many customers have no margin."""
    absent = table["age"].is_null().to_numpy()
    spend = money.expected(_numbers(table["frequency"]), _numbers(table["repeated"]))
    margin = _margin(table, asked)
    unit = asked.unit
    columns: dict[str, Any] = {
        "recency": _numbers(table["recency"]) / unit,
        "age": _numbers(table["age"]) / unit,
        **{name: _numbers(table[name]) for name in ("p_alive", "p_return", "expected_orders")},
    }
    columns["expected_value"] = columns["expected_orders"] * spend
    columns["lifetime_value"] = _numbers(table["_worth"]) * spend * margin
    cells = {name: pa.array(_rounded(values), mask=absent | np.isnan(values)) for name, values in columns.items()}
    rows = pa.table({"customer_id": table["customer_id"], "frequency": table["frequency"], **cells})
    return rows.select(list(COLUMNS)), int((np.isnan(margin) & ~absent).sum())


def _margin(table: pa.Table, asked: Outlook) -> Numbers:
    """Each customer's share of revenue that stays; 1 where revenue is asked for, not a number where it is not known."""
    if not isinstance(asked.margin, str):
        return np.full(table.num_rows, 1.0 if asked.margin is None else float(asked.margin))
    own = _numbers(table[MARGIN], np.nan)
    return np.where(np.abs(own) <= 1, own, np.nan)


def _rounded(values: Numbers) -> Numbers:
    """To so many significant digits, so that the same facts give the same bytes."""
    size = np.where(values == 0, 1.0, np.abs(np.nan_to_num(values)))
    power = np.clip(DIGITS - 1 - np.floor(np.log10(np.where(size > 0, size, 1.0))), -280, 280)
    scale = 10.0**power
    with np.errstate(over="ignore"):
        found = np.rint(values * scale) / scale
    return np.where(np.isfinite(found), found, values)
