"""The facts as they stood on a day: what came later does not exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from vitalfew.compile.condensed import Condensed
from vitalfew.expressions import day, midnight
from vitalfew.schemas import MONEY_DIGITS, TABLES, Kind

BOOKED = "booked_from"
"""Column of returns: since when the orders themselves hold the refund."""


@dataclass(frozen=True)
class Facts:
    """Tables of facts, as of the day `at` once they are cut off there (`known_on`).

    `first_day` is the day of the first order line, `digits` are those of the currency.
    """

    tables: Mapping[str, ir.Table]
    at: date
    first_day: date
    digits: int = MONEY_DIGITS
    condensed: Condensed | None = None
    """The orders of the day put together ahead, where somebody has done so."""
    joined: ir.Table | None = None
    """Customers with every aggregate that is asked for, worked out ahead."""

    def has(self, table: str, columns: tuple[str, ...]) -> bool:
        """Whether the table is there with these columns."""
        return table in self.tables and set(columns) <= set(self.tables[table].columns)

    def known_on(self, at: date) -> Facts:
        """The facts as they stood at the end of a day, of facts that are not cut off yet."""
        condensed = self.condensed and self.condensed.up_to(at)
        return replace(self, tables=prepared(self.tables, at), at=at, condensed=condensed)


def prepared(tables: Mapping[str, ir.Table], at: date) -> dict[str, ir.Table]:
    """The tables without what came after the day, with what metrics need beside it.

    Orders and payments have a number each, returns know whether they count (`unbooked`), interactions have a `day`;
    `introductions` lists who brought whom.
    """
    known = {name: _known_on(name, rows, at) for name, rows in tables.items()}
    known["orders"] = numbered(known["orders"])
    if "returns" in known:
        known["returns"] = _unbooked(known["returns"], known["orders"], at)
    if "payments" in known:
        known["payments"] = _invoiced(known["payments"])
    if "interactions" in known:
        known["interactions"] = known["interactions"].mutate(day=known["interactions"].moment.cast("date"))
    if "customers" in known and "introduced_by" in known["customers"].columns:
        known["introductions"] = _introductions(known["customers"])
    return known


def _known_on(name: str, rows: ir.Table, at: date) -> ir.Table:
    dated_by = TABLES[name].dated_by
    if dated_by is not None:
        moment = TABLES[name][dated_by].kind is Kind.MOMENT
        rows = rows.filter(rows[dated_by] < midnight(at + timedelta(days=1)) if moment else rows[dated_by] <= day(at))
    if name == "payments":
        return _unpaid_before(rows, at)
    if name == "wallet" and "year" in rows.columns:
        return rows.filter(rows.year <= at.year)
    return rows


def _unpaid_before(payments: ir.Table, at: date) -> ir.Table:
    if "paid_on" not in payments.columns:
        return payments
    paid = payments.paid_on <= day(at)
    cells = {"paid_on": payments.paid_on.cast("date")}
    if "paid_amount" in payments.columns:
        cells["paid_amount"] = ibis.coalesce(payments.paid_amount, payments.amount)
    else:
        cells["paid_amount"] = payments.amount
    return payments.mutate(**{name: ibis.ifelse(paid, cell, None) for name, cell in cells.items()})


def numbered(orders: ir.Table) -> ir.Table:
    """Orders with a number each: without a column of them every row is an order."""
    if "order_id" in orders.columns:
        return orders
    return orders.mutate(order_id=ibis.row_number())


def _unbooked(returns: ir.Table, orders: ir.Table, at: date) -> ir.Table:
    rows = returns if BOOKED in returns.columns else booked(returns, orders)
    return rows.mutate(unbooked=(rows[BOOKED] >= midnight(at + timedelta(days=1))).fill_null(True))


def booked(returns: ir.Table, orders: ir.Table) -> ir.Table:
    """Returns with the moment from which their order holds a negative line; a missing one stands for never."""
    if "order_id" not in returns.columns or "order_id" not in orders.columns or not orders.order_id.type().is_string():
        return returns.mutate(**{BOOKED: ibis.null("timestamp")})
    negative = orders.filter(orders.amount < 0)
    first = negative.group_by("customer_id", "order_id").aggregate(**{BOOKED: negative.moment.min()})
    joined = returns.left_join(first, ["customer_id", "order_id"], rname="_{name}")
    return joined.select(*returns.columns, BOOKED)


def _invoiced(payments: ir.Table) -> ir.Table:
    """A row without a number of its own is an invoice of its own."""
    own = ibis.literal("row ") + ibis.row_number().cast("string")
    number = own if "invoice_id" not in payments.columns else payments.invoice_id.fill_null(own)
    return payments.mutate(invoice_id=number)


def _introductions(customers: ir.Table) -> ir.Table:
    """One row per customer that another brought, under the one that brought it; nobody brings himself."""
    brought = customers.filter(customers.introduced_by != customers.customer_id)
    return brought.select(customer_id=brought.introduced_by, introduced=brought.customer_id)
