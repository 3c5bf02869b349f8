"""Facts without what bears no day: it may have been written down after the origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import ibis.expr.types as ir

from vitalfew.compile import Facts, available
from vitalfew.registry import Metric
from vitalfew.scheme import Scheme

DATED = ("customer_id", "parent_id", "name", "since")
"""Columns of the customers' file that bear a day, or by which a customer is known."""


def dated(facts: Facts, at: date) -> Facts:
    """The facts without the undated columns of customers and without the wallet of a year that was not over."""
    return replace(facts, tables={name: _dated(name, rows, at) for name, rows in facts.tables.items()})


def _dated(name: str, rows: ir.Table, at: date) -> ir.Table:
    if name == "customers":
        return rows.select(*(column for column in rows.columns if column in DATED))
    if name == "wallet" and "year" in rows.columns and at < date(at.year, 12, 31):
        return rows.filter(rows.year < at.year)
    return rows


def undated(scheme: Scheme, facts: Facts) -> tuple[str, ...]:
    """The metrics of a scheme that these facts give and that look at what bears no day."""
    metrics = available(scheme.metrics, facts)
    without = available(metrics, dated(facts, facts.at))
    return tuple(name for name, metric in metrics.items() if name not in without or _looks(metric, facts))


def _looks(metric: Metric, facts: Facts) -> bool:
    """Whether a metric that is there with dated facts alone would take undated ones too."""
    taken = {table: {*metric.uses.get(table, ()), *metric.required().get(table, ())} for table in facts.tables}
    known = set(facts.tables["customers"].columns) if "customers" in facts.tables else set()
    return bool(taken.get("wallet")) or bool(taken.get("customers", set()) & known - set(DATED))
