"""Loyalty to us or to our discounts: what the promotion-only rule looks at (M23).

A line is promoted where it names a promotion or its amount is below its list amount. Spend is the sum of the
lines above zero: a refund is no spend.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from vitalfew.expressions import days_between, quotient
from vitalfew.metrics.windows import SALES, Window, total, valid_orders
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_MARKS = (("orders", "promotion"), ("orders", "list_amount"))


def _promoted(line: Any) -> Any:
    marks = []
    if "promotion" in line:
        marks.append(line.promotion.fill_null("") != "")
    if "list_amount" in line:
        marks.append((line.amount < line.list_amount).fill_null(False))
    return reduce(or_, marks)


def _regular_orders(fold: Any, window: int | None, at: date, of: Any = None) -> Aggregate:
    """A fold over the valid orders without any promoted line."""
    promoted = Aggregate("orders", "count", None, _promoted)
    return valid_orders(fold, window, at, of, only=lambda order: order.promoted == 0, promoted=promoted)


@metric
class PromotionShare(Metric):
    """Share of the spend of the window that was on promoted or discounted lines. Missing without spend."""

    name = "promotion_share"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES
    one_of = _MARKS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def spend(only: Any) -> Aggregate:
            return total("orders", lambda line: line.amount, self.window, at, only=only)

        return {
            "promoted": spend(lambda line: (line.amount > 0) & _promoted(line)),
            "all": spend(lambda line: line.amount > 0),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.promoted.fill_null(0), parts.all)


@metric
class DiscountShare(Metric):
    """Discount given in the window: 1 - amount ÷ list amount, of the lines above zero whose list amount is known.

    Negative where more than the list was paid. Missing where there is no such line.
    """

    name = "discount_share"
    unit = Unit.FRACTION
    better = "less"
    needs: ClassVar[Columns] = {"orders": ("amount", "list_amount")}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        def listed(line: Any) -> Any:
            return (line.amount > 0) & line.list_amount.notnull()

        return {
            "paid": total("orders", lambda line: line.amount, self.window, at, only=listed),
            "listed": total("orders", lambda line: line.list_amount, self.window, at, only=listed),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.listed - parts.paid, parts.listed)


@metric
class RegularOrders(Metric):
    """Number of valid orders of the window without any promoted or discounted line."""

    name = "regular_orders"
    unit = Unit.COUNT
    needs = SALES
    one_of = _MARKS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"orders": _regular_orders("count", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.orders.fill_null(0)


@metric
class RegularOrderDays(Metric):
    """Days since the last valid order without any promoted or discounted line. Missing where there never was one."""

    name = "regular_order_days"
    unit = Unit.DAYS
    better = "less"
    needs = SALES
    one_of = _MARKS

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"last": _regular_orders("max", None, at, of=lambda order: order.moment)}

    def value(self, parts: Any, at: date) -> Any:
        return days_between(parts.last, at)
