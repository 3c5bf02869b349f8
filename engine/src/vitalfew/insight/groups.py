"""Customers by an attribute of their file: how many buy again in each group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import Refusal
from vitalfew.expressions import day
from vitalfew.insight.estimates import Share, share
from vitalfew.insight.rhythm import purchases
from vitalfew.languages import say
from vitalfew.metrics.windows import YEAR


@dataclass(frozen=True)
class Group:
    """The customers with one value of an attribute; None are those without it.

    `repeat`: customers with two valid orders or more ÷ with one or more (复购率). `buy_back`: of those who bought in the
    365 days before the last 365, who bought again in these (回购率).
    """

    value: str | None
    repeat: Share
    buy_back: Share


def groups(database: DuckDB, facts: Facts, customers: ir.Table, attribute: str | None) -> tuple[Group, ...]:
    """The groups of those who have bought, the largest first; one of all where there is no attribute.

    Refused: an attribute that the customers' file does not have.
    """
    rows = _with_years(facts, customers.filter(customers.purchases.notnull()))
    rows = rows.mutate(value=ibis.null("string")) if attribute is None else _valued(facts, rows, attribute)
    counted = rows.group_by("value").aggregate(
        n=rows.count(),
        again=(rows.orders >= 2).sum(),
        before=rows.before.sum(),
        back=(rows.before & rows.now).sum(),
    )
    ordered = counted.order_by(ibis.desc("n"), counted.value.asc(nulls_first=False))
    return tuple(_group(row) for row in database.fetch(ordered).to_pylist())


def _group(row: dict[str, Any]) -> Group:
    """Sums are decimals in the calculator."""
    n, again, before, back = (int(row[name]) for name in ("n", "again", "before", "back"))
    return Group(row["value"], share(again, n), share(back, before))


def _with_years(facts: Facts, customers: ir.Table) -> ir.Table:
    """Customers with whether they bought in the year before the last, and in the last."""
    bought = purchases(facts)
    last = facts.at - timedelta(days=YEAR)
    now = bought.day > day(last)
    before = (bought.day > day(last - timedelta(days=YEAR))) & ~now
    years = bought.group_by("customer_id").aggregate(before=before.any(), now=now.any())
    return customers.join(years, "customer_id")


def _valued(facts: Facts, customers: ir.Table, attribute: str) -> ir.Table:
    known = facts.tables.get("customers")
    if known is None or attribute not in known.columns or attribute == "customer_id":
        raise no_attribute(attribute, known)
    values = known.group_by("customer_id").aggregate(value=known[attribute].cast("string").max())
    return customers.left_join(values, "customer_id", rname="_{name}").drop("_customer_id")


def no_attribute(name: str, known: ir.Table | None, where: str = "--group") -> Refusal:
    """Why customers cannot be told apart by this."""
    if known is None:
        remedy = say("Give the customers' file with --customers.")
    else:
        columns = ", ".join(column for column in known.columns if column != "customer_id")
        remedy = say("The customers' file has: {columns}.", columns=columns)
    return Refusal(say("there is no column {name}.", name=name), where=where, remedy=remedy)
