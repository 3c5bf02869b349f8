"""How customers pay, as known at the end of the as-of day: a payment made later is not made.

An invoice stands in one row, or in one row per payment with its amount and due day repeated; rows of one
number with another amount or due day are instalments of it. A row without a number is an invoice of its own.
An invoice without a due day is due when issued. A payment without a day is not made.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import day, days_between, positive, quotient, window_start
from vitalfew.metrics.windows import YEAR, Window
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_PAID: Columns = {"payments": ("amount", "paid_amount")}


def _invoices(fold: Any, of: Any, where: Any) -> Aggregate:
    """A fold over invoices, each with its `amount`, what was `paid` and when it was paid last (`paid_last`)."""
    inputs = {
        "issued_first": Aggregate("payments", "min", lambda row: row.issued),
        "paid_sum": Aggregate("payments", "sum", lambda row: row.paid_amount),
        "paid_last": Aggregate("payments", "max", lambda row: row.paid_on if "paid_on" in row else row.issued),
    }
    return Aggregate("payments", fold, of, where, grain="invoice", inputs=inputs)


def _due(invoice: Any) -> Any:
    return invoice.due.fill_null(invoice.issued_first) if "due" in invoice else invoice.issued_first


def _paid(invoice: Any) -> Any:
    return invoice.paid_sum.fill_null(0)


def _open(invoice: Any) -> Any:
    return positive(invoice.amount - _paid(invoice))


def _due_in(window: int | None, at: date) -> Any:
    def falls(invoice: Any) -> Any:
        due = _due(invoice)
        return due <= day(at) if window is None else due.between(day(window_start(at, window)), day(at))

    return falls


@metric
class Collection(Metric):
    """Collection rate 回款率: paid by the as-of day ÷ amount, both of the invoices due by it (in the window).

    Above 1 where more was paid than asked. Missing where nothing is due. Contract section 3.
    """

    name = "collection"
    unit = Unit.FRACTION
    needs = _PAID
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        due = _due_in(self.window, at)
        return {"paid": _invoices("sum", _paid, due), "due": _invoices("sum", lambda invoice: invoice.amount, due)}

    def value(self, parts: Any, at: date) -> Any:
        return ibis.ifelse(parts.due > 0, quotient(parts.paid, parts.due), None)


@metric
class LatenessDays(Metric):
    """Mean days from the due day to the full payment, of the invoices due in the window; paid early counts 0.

    One not fully paid counts the days up to the as-of day. One digit. Missing where no invoice above zero is due.
    """

    name = "lateness_days"
    unit = Unit.SPAN
    better = "less"
    needs: ClassVar[Columns] = {"payments": ("amount", "due", "paid_on")}
    window: Window = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def asked(invoice: Any) -> Any:
            return (invoice.amount > 0) & _due_in(self.window, at)(invoice)

        def late(invoice: Any) -> Any:
            settled = _paid(invoice) >= invoice.amount
            return positive(days_between(_due(invoice), ibis.ifelse(settled, invoice.paid_last, day(at))))

        return {"days": _invoices("sum", late, asked), "invoices": _invoices("count", late, asked)}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.days, parts.invoices)


@metric
class OverdueAmount(Metric):
    """Arrears: what is open on the as-of day of invoices due before it; overpaid ones count 0.

    0 for a customer without such an invoice.
    """

    name = "overdue_amount"
    unit = Unit.MONEY
    better = "less"
    needs = _PAID

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"open": _invoices("sum", _open, lambda invoice: _due(invoice) < day(at))}

    def value(self, parts: Any, at: date) -> Any:
        return parts.open.fill_null(0)


@metric
class OverdueInvoices(Metric):
    """Number of invoices due before the as-of day of which something is still open."""

    name = "overdue_invoices"
    unit = Unit.COUNT
    better = "less"
    needs = _PAID

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def overdue(invoice: Any) -> Any:
            return (_due(invoice) < day(at)) & (_open(invoice) > 0)

        return {"overdue": _invoices("count", None, overdue)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.overdue.fill_null(0)
