"""Facts → every customer with its points: a score of at most five, a colour, a place on the list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import add
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, metric_table
from vitalfew.expressions import HAS_ORDERS
from vitalfew.insight.standing import Standing
from vitalfew.metrics.sales import Monetary
from vitalfew.metrics.windows import YEAR
from vitalfew.registry import Metric
from vitalfew.warning.signals import SIGNALS, Signal

MOST = 5
"""Points at most: further ones say nothing that five do not."""

COLOURS = {"red": 3, "yellow": 1, "green": 0}
"""Colour → its fewest points."""

YEARLY: Mapping[str, Metric] = {"value_year": Monetary(window=YEAR)}
"""What a customer brought in the last year."""


def usable(facts: Facts) -> tuple[Signal, ...]:
    """The signals that the facts can give."""
    return tuple(signal for signal in SIGNALS if signal.lacking(facts) is None)


def scored(database: DuckDB, facts: Facts, seen: Standing) -> ir.Table:
    """Every known customer in a row, kept by the calculator.

    Beside what `Standing` and the signals say: `watched` (it buys and is not lost), the points of each signal that the
    facts can give under its name, `points` and `colour` of those who are watched, `value_year`.
    """
    signals = usable(facts)
    rows = _with_figures(facts, seen, signals)
    rows = rows.mutate(
        watched=(rows.purchases.notnull() & ~rows.lost).fill_null(False),
        **{signal.name: signal.points(rows).fill_null(0) for signal in signals},
    )
    points = ibis.least(reduce(add, (rows[signal.name] for signal in signals)), MOST)
    rows = rows.mutate(points=ibis.ifelse(rows.watched, points, None))
    return database.keep("warnings", rows.mutate(colour=_colour(rows.points)))


def _with_figures(facts: Facts, seen: Standing, signals: tuple[Signal, ...]) -> ir.Table:
    metrics = reduce(lambda one, signal: {**one, **signal.metrics}, signals, dict(YEARLY))
    numbers = metric_table(facts, metrics)
    parts = [numbers.drop(HAS_ORDERS) if HAS_ORDERS in numbers.columns else numbers]
    parts += [signal.counted(facts) for signal in signals if signal.counted]
    return reduce(_beside, parts, seen.customers)


def _beside(rows: ir.Table, part: ir.Table) -> ir.Table:
    return rows.left_join(part, "customer_id", rname="_{name}").drop("_customer_id")


def _colour(points: Any) -> Any:
    return ibis.cases(
        (points.isnull(), ibis.null("string")),
        *((points >= fewest, colour) for colour, fewest in COLOURS.items()),
        else_=ibis.null("string"),
    )
