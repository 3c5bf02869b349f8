"""What customers bought: money, orders, pieces, how long ago."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import days_between, positive, quotient
from vitalfew.metrics.windows import RETURNS, SALES, Window, net, net_sales, total, valid_orders
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric


@metric
class Monetary(Metric):
    """Net sum of all lines in the window, refunds included.

    A table of returns is subtracted only for orders that hold no negative line, or the same refund
    would count twice. The value metric of `abc` and `rfm`. Contract section 3.
    """

    name = "monetary"
    unit = Unit.MONEY
    needs = SALES
    uses = RETURNS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return net_sales(self.window, at)

    def value(self, parts: Any, at: date) -> Any:
        return net(parts)


@metric
class Frequency(Metric):
    """Number of valid orders: those whose moment is in the window and whose lines inside it sum above zero.

    An order of refunds alone does not count. Zero for a customer with refunds only. Contract section 3.
    """

    name = "frequency"
    unit = Unit.COUNT
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"orders": valid_orders("count", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.orders.fill_null(0)


@metric
class RecencyDays(Metric):
    """Whole days from the day of the last valid order to the as-of day; missing where there is none.

    Fewer days are better. Contract section 3.
    """

    name = "recency_days"
    unit = Unit.DAYS
    better = "less"
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"last": valid_orders("max", self.window, at, of=lambda order: order.moment)}

    def value(self, parts: Any, at: date) -> Any:
        return days_between(parts.last, at)


@metric
class OrderValue(Metric):
    """Average order value (客单价): sum of the valid orders of the window ÷ their number; missing without one.

    Orders that do not sum above zero are on neither side; returns are not taken off.
    """

    name = "order_value"
    unit = Unit.MONEY
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "spent": valid_orders("sum", self.window, at, of=lambda order: order.spent),
            "orders": valid_orders("count", self.window, at),
        }

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.spent, parts.orders)


@metric
class LargestOrderShare(Metric):
    """The largest valid order ÷ the sum of the valid orders of the window; 1 for a one-off buyer.

    Less is better: a large one-off buyer ranks below a frequent buyer of the same amount (M91).
    Missing without a valid order.
    """

    name = "largest_order_share"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {fold: valid_orders(fold, self.window, at, of=lambda order: order.spent) for fold in ("max", "sum")}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.max, parts.sum)


@metric
class RevenueShare(Metric):
    """The customer's net sales ÷ those of all customers; both count negative sales as zero.

    Missing where nobody has sales above zero. Net sales as in `monetary`.
    """

    name = "revenue_share"
    unit = Unit.FRACTION
    needs = SALES
    uses = RETURNS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return net_sales(self.window, at)

    def value(self, parts: Any, at: date) -> Any:
        sales = positive(net(parts))
        return quotient(sales, sales.sum().over(ibis.window()))


@metric
class Quantity(Metric):
    """Net quantity of all lines in the window, in pieces, nights, kilograms; returned pieces are negative.

    A line without a quantity adds nothing; missing where no line of the customer ever has one.
    """

    name = "quantity"
    unit = Unit.PIECES
    needs: ClassVar[Columns] = {"orders": ("quantity",)}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "pieces": total("orders", lambda line: line.quantity, self.window, at),
            "known": Aggregate("orders", "count", lambda line: line.quantity),
        }

    def value(self, parts: Any, at: date) -> Any:
        return ibis.ifelse(parts.known > 0, parts.pieces.fill_null(0), None)


@metric
class ListAmount(Metric):
    """What the lines of the window would cost without any discount, refunds negative.

    A line without a list amount adds nothing; missing where no line of the customer ever has one.
    """

    name = "list_amount"
    unit = Unit.MONEY
    needs: ClassVar[Columns] = {"orders": ("list_amount",)}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "listed": total("orders", lambda line: line.list_amount, self.window, at, from_orders=True),
            "known": Aggregate("orders", "count", lambda line: line.list_amount, from_orders=True),
        }

    def value(self, parts: Any, at: date) -> Any:
        return ibis.ifelse(parts.known > 0, parts.listed.fill_null(0), None)
