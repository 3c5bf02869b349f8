"""The table of metrics: one row per customer, every metric of the scheme that the facts can give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.compile.condensed import SUMMED
from vitalfew.compile.facts import Facts
from vitalfew.compile.folding import folded, folded_from_orders
from vitalfew.compile.summed import told
from vitalfew.expressions import HAS_ORDERS, decimal
from vitalfew.registry import Aggregate, Metric, Unit

Metrics = Mapping[str, Metric]


def missing(metric: Metric, facts: Facts) -> str | None:
    """What the facts lack for a metric, as `table.column`; None where it is available."""
    for table, columns in metric.required().items():
        for column in columns:
            if not facts.has(table, (column,)):
                return f"{table}.{column}" if table in facts.tables else table
    if metric.one_of and not any(facts.has(table, (column,)) for table, column in metric.one_of):
        return " / ".join(f"{table}.{column}" for table, column in metric.one_of)
    since = metric.available_since(facts.at)
    return f"orders since {since}" if since is not None and facts.first_day > since else None


def available(metrics: Metrics, facts: Facts) -> dict[str, Metric]:
    """The metrics that the facts can give."""
    return {name: metric for name, metric in metrics.items() if missing(metric, facts) is None}


def metric_table(facts: Facts, metrics: Metrics) -> ir.Table:
    """One row per customer: `customer_id` and each available metric under its name.

    With a customers file also `has_orders`; without one everybody has orders, and the column is left out.
    """
    usable = available(metrics, facts)
    joined = _joined(facts, wanted_of(usable, facts)) if facts.joined is None else facts.joined
    cells = {name: _cell(name, metric, joined, facts) for name, metric in usable.items()}
    kept = [name for name in ("customer_id", HAS_ORDERS) if name in joined.columns]
    return joined.select(*kept, **cells)


def wanted_of(metrics: Metrics, facts: Facts) -> dict[str, dict[str, Aggregate]]:
    """Table → name → aggregate, for all metrics; what a metric only uses and is not there is left out."""
    wanted: dict[str, dict[str, Aggregate]] = {}
    for name, metric in metrics.items():
        for part, aggregate in metric.aggregates(facts.at).items():
            if facts.has(aggregate.table, _columns(metric, aggregate)):
                wanted.setdefault(aggregate.table, {})[f"{name}.{part}"] = aggregate
    wanted.setdefault("orders", {"lines": Aggregate("orders", "count", from_orders=True)})
    return wanted


def _columns(metric: Metric, aggregate: Aggregate) -> tuple[str, ...]:
    """The columns without which an aggregate is left out."""
    table = aggregate.table
    return aggregate.needs or metric.required().get(table) or metric.uses.get(table) or ()


def _joined(facts: Facts, wanted: Mapping[str, Mapping[str, Aggregate]]) -> ir.Table:
    """Every customer of orders and of the customers file, with all aggregates beside it."""
    tables = {name: folded(facts.tables[name], each) for name, each in wanted.items() if name != "orders"}
    customers = buyers(facts, wanted["orders"])
    if "customers" in facts.tables:
        known = tables.pop("customers", None)
        if known is None:
            known = facts.tables["customers"].select("customer_id").distinct()
        customers = _with_prospects(customers, known)
    for table in tables.values():
        customers = customers.left_join(table, "customer_id", rname="{name}_right").drop("customer_id_right")
    return customers


def buyers(facts: Facts, wanted: Mapping[str, Aggregate]) -> ir.Table:
    """One row per customer with an order: from orders put together ahead where they say all that is asked."""
    orders, ahead = facts.tables["orders"], facts.condensed
    if ahead is None or not all(aggregate.from_orders for aggregate in wanted.values()):
        return folded(orders, wanted)
    known_of_all = ahead.summed and told(ahead.summed, ahead.ready, wanted)
    if known_of_all is not None:
        return known_of_all
    known = set(SUMMED) & set(orders.columns) <= ahead.columns
    return folded_from_orders(ahead, wanted) if known else folded(orders, wanted)


def _with_prospects(buyers: ir.Table, known: ir.Table) -> ir.Table:
    both = buyers.outer_join(known, "customer_id", rname="{name}_right")
    return both.mutate(
        customer_id=ibis.coalesce(both.customer_id, both.customer_id_right),
        **{HAS_ORDERS: both.customer_id.notnull()},
    ).drop("customer_id_right")


class _Parts:
    """The aggregates of one metric as attributes; None where the facts do not hold their table."""

    def __init__(self, name: str, joined: ir.Table) -> None:
        self._name = name
        self._joined = joined

    def __getattr__(self, part: str) -> Any:
        column = f"{self._name}.{part}"
        return self._joined[column] if column in self._joined.columns else None


def _cell(name: str, metric: Metric, joined: ir.Table, facts: Facts) -> Any:
    value = _stored(metric.value(_Parts(name, joined), facts.at), metric.unit, facts.digits)
    if "orders" in metric.needs and HAS_ORDERS in joined.columns:
        value = ibis.ifelse(joined[HAS_ORDERS], value, None)
    return value


def _stored(value: Any, unit: Unit, money_digits: int) -> Any:
    digits = unit.digits(money_digits)
    if digits or unit is Unit.MONEY:
        return decimal(value, digits)
    if unit in (Unit.COUNT, Unit.DAYS):
        return value.cast("int64")
    return value
