"""Orders put together ahead: one row for each whose lines count or do not count as one, whatever the day.

An order whose lines all lie on one local day is inside an as-of day or a window with all of its lines or with none,
so its sums say of it all that most metrics ask. What the store writes down at a compaction, and what a history works
out once for all its days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any

import ibis.expr.types as ir

from vitalfew.expressions import midnight

SUMMED = ("amount", "cost", "list_amount")
"""Columns of money that an order's row holds the sum of, those that are there."""

READY = "_ready"
"""Column: whether an order's row says all that its lines say."""


@dataclass(frozen=True)
class Summed:
    """Customers summed up as `summed.py` has them, of all orders; `last` is the day of the last one."""

    customers: ir.Table
    last: date


@dataclass(frozen=True)
class Condensed:
    """The orders in two parts: `ready`, one row per order as `ready_orders` makes them, and `rest`, the lines of all others.

    Where somebody has done so, `summed` are the customers of both summed up.
    """

    ready: ir.Table
    rest: ir.Table
    summed: Summed | None = None

    @property
    def columns(self) -> frozenset[str]:
        """What is known of the ready orders."""
        return frozenset(self.ready.columns)

    def up_to(self, at: date) -> Condensed:
        """Without what came after the day: a ready order is there whole or not at all."""
        end = midnight(at + timedelta(days=1))
        summed = self.summed if self.summed and self.summed.last <= at else None
        return Condensed(self.ready.filter(self.ready.moment < end), self.rest.filter(self.rest.moment < end), summed)


def order_key(orders: ir.Table) -> tuple[str, ...]:
    """The columns that name an order, none of them ever missing; the same number from two sources is two orders."""
    return tuple(name for name in ("customer_id", "source", "order_id") if name in orders.columns)


def ready_orders(lines: ir.Table, further: Mapping[str, ir.Value] | None = None) -> ir.Table:
    """One row per order whose lines all lie on one local day: its key, `moment` of the last line, sums of money.

    An order of which a column of money is known on some lines only is left to its lines, and one whose sum does not
    fit the column's type. `further` are aggregates of an order's lines that become columns beside these.
    """
    orders = put_together(lines, further)
    return orders.filter(orders[READY]).drop(READY)


def put_together(lines: ir.Table, further: Mapping[str, ir.Value] | None = None) -> ir.Table:
    """Every order in one row as `ready_orders` has them, and whether it is `ready`."""
    money = [name for name in SUMMED if name in lines.columns]
    sums = {name: lines[name].sum().try_cast(lines[name].type()) for name in money}
    known = {f"_known_{name}": lines[name].count() for name in money}
    orders = lines.group_by(order_key(lines)).aggregate(
        moment=lines.moment.max(), _first=lines.moment.min(), _lines=lines.count(), **sums, **known, **(further or {})
    )
    one_day = orders["_first"].cast("date") == orders.moment.cast("date")
    ready = reduce(and_, (_whole(orders, name) for name in money), one_day)
    return orders.mutate(**{READY: ready}).drop("_first", "_lines", *known)


def _whole(orders: ir.Table, name: str) -> Any:
    """Whether a sum says all: known on every line, or on none."""
    known = orders[f"_known_{name}"]
    return (known == orders["_lines"]) & orders[name].notnull() | (known == 0)


def condensed(lines: ir.Table, ready: ir.Table) -> Condensed:
    """The lines in two parts, given the rows that `ready_orders` made of them."""
    return Condensed(ready, lines.anti_join(ready, order_key(lines)))
