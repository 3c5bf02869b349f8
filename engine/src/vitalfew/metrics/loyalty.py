"""Whether customers come back, stay with us and bring others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import midnight, quotient, window_start
from vitalfew.metrics.windows import SALES, YEAR, Period, Window, valid_orders
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric


@metric
class Repurchase(Metric):
    """复购率 of one customer: orders after the first ÷ orders, valid ones; missing without one.

    0 for a single order, 0.5 for two. For a group the rate is the customers with two or more orders ÷
    those with one or more. Contract section 4.
    """

    name = "repurchase"
    unit = Unit.FRACTION
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"orders": valid_orders("count", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.orders - 1, parts.orders)


@metric
class Repeat(Metric):
    """回购率: whether a buyer of the window before this one bought again in this one, by valid orders.

    Missing for who did not buy in the window before. For a group the rate is the share of yes.
    Contract section 4.
    """

    name = "repeat"
    unit = Unit.FLAG
    needs = SALES
    window: Period = YEAR

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        begun = midnight(window_start(at, self.window))
        return {
            "now": valid_orders("count", self.window, at),
            "before": valid_orders("count", 2 * self.window, at, only=lambda order: order.moment < begun),
        }

    def value(self, parts: Any, at: date) -> Any:
        return ibis.ifelse(parts.before > 0, parts.now > 0, None)


@metric
class Referrals(Metric):
    """Customers it has brought us: as stated, or counted from `introduced_by`, whichever is more.

    Nobody brings himself. 0 where nothing is stated and nobody names it.
    """

    name = "referrals"
    unit = Unit.COUNT
    uses: ClassVar[Columns] = {"customers": ("referrals",), "introductions": ("introduced",)}
    one_of = (("customers", "referrals"), ("customers", "introduced_by"))

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "stated": Aggregate("customers", "sum", lambda row: row.referrals),
            "counted": Aggregate("introductions", "count"),
        }

    def value(self, parts: Any, at: date) -> Any:
        given = [part.fill_null(0) for part in (parts.stated, parts.counted) if part is not None]
        return ibis.greatest(*given)


@metric
class SupplierStability(Metric):
    """How seldom the customer changes supplier: 1 ÷ (1 + changes in three years); 1 for never (M36).

    Missing where the changes are not known.
    """

    name = "supplier_stability"
    unit = Unit.FRACTION
    needs: ClassVar[Columns] = {"customers": ("supplier_changes",)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"changes": Aggregate("customers", "max", lambda row: row.supplier_changes)}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(ibis.literal(1), parts.changes + 1)
