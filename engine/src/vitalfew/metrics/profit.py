"""What customers leave us: gross profit, cost to serve, contribution.

A line whose cost is not known is left out on both sides: unknown profit is no profit. Where the cost of none
of the customer's lines is known, the figure is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import quotient
from vitalfew.metrics.windows import RETURNS, Window, count, net_sales, total
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_COSTED: Columns = {"orders": ("amount", "cost")}


def _costed(line: Any) -> Any:
    return line.cost.notnull()


def _profit(window: int | None, at: date) -> dict[str, Aggregate]:
    return {
        "lines": count("orders", window, at, from_orders=True),
        "known": count("orders", window, at, only=_costed, from_orders=True),
        "profit": total("orders", lambda line: line.amount - line.cost, window, at, from_orders=True),
        "returned": net_sales(window, at)["returned"],
    }


def _earned(parts: Any) -> Any:
    """Gross profit from its parts: zero without a line in the window, missing without a known cost."""
    profit = parts.profit.fill_null(0)
    if parts.returned is not None:
        profit = profit - parts.returned.fill_null(0)
    return ibis.ifelse((parts.lines > 0) & (parts.known == 0), None, profit)


@metric
class GrossProfit(Metric):
    """monetary - cost of the lines in the window, returns taken off; what a bank earns from a customer (M18)."""

    name = "gross_profit"
    unit = Unit.MONEY
    needs = _COSTED
    uses = RETURNS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _profit(self.window, at)

    def value(self, parts: Any, at: date) -> Any:
        return _earned(parts)


@metric
class Margin(Metric):
    """Gross profit ÷ net sales of the window, of the lines whose cost is known. Missing where sales are not above zero.

    Negative where goods were sold below cost.
    """

    name = "margin"
    unit = Unit.FRACTION
    needs = _COSTED
    uses = RETURNS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        known = total("orders", lambda line: line.amount, self.window, at, only=_costed, from_orders=True)
        return {**_profit(self.window, at), "sales": known}

    def value(self, parts: Any, at: date) -> Any:
        sales = parts.sales if parts.returned is None else parts.sales - parts.returned.fill_null(0)
        return ibis.ifelse(sales > 0, quotient(_earned(parts), sales), None)


@metric
class Contribution(Metric):
    """monetary - cost of the lines - service costs, each of the window; without service costs gross profit.

    A customer without a row of service costs cost nothing to serve. Negative where it costs more than it
    brings. Contract section 3.
    """

    name = "contribution"
    unit = Unit.MONEY
    needs = _COSTED
    uses: ClassVar[Columns] = {**RETURNS, "service_costs": ("amount",)}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        served = total("service_costs", lambda row: row.amount, self.window, at)
        return {**_profit(self.window, at), "served": served}

    def value(self, parts: Any, at: date) -> Any:
        earned = _earned(parts)
        return earned if parts.served is None else earned - parts.served.fill_null(0)


@metric
class ServiceCost(Metric):
    """Cost to serve: money of all service costs in the window; 0 for a customer without any."""

    name = "service_cost"
    unit = Unit.MONEY
    better = "less"
    needs: ClassVar[Columns] = {"service_costs": ("amount",)}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"spent": total("service_costs", lambda row: row.amount, self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.spent.fill_null(0)


@metric
class ServiceHours(Metric):
    """Hours spent on the customer in the window, two digits; 0 for a customer without any."""

    name = "service_hours"
    unit = Unit.HOURS
    better = "less"
    needs: ClassVar[Columns] = {"service_costs": ("hours",)}
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"spent": total("service_costs", lambda row: row.hours, self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.spent.fill_null(0)
