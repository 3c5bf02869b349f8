"""The customer's own rhythm: days between its valid orders, and how far behind it is.

Orders of one day lie zero days apart. A window takes the gaps that end in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
from pydantic import Field

from vitalfew.expressions import days_between, decimal, quotient
from vitalfew.metrics.windows import SALES, Window, first_day, valid_orders
from vitalfew.registry import Aggregate, Cells, Metric, Unit, metric


def _gaps(fold: Any, window: int | None, at: date, of: Cells = lambda order: order.gap) -> Aggregate:
    def known(order: Any) -> Any:
        return order.gap.notnull()

    return Aggregate("orders", fold, of, known, grain="gap", from_orders=True, since=first_day(window, at))


@metric
class RhythmDays(Metric):
    """Median of the days between valid orders, one digit. Missing under `at_least` valid orders.

    Contract section 4, lifecycle: three orders are the fewest that show a rhythm.
    """

    name = "rhythm_days"
    unit = Unit.SPAN
    better = "less"
    needs = SALES
    window: Window = None
    at_least: int = Field(3, ge=2, description="Fewest valid orders that show a rhythm.")

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {fold: _gaps(fold, self.window, at) for fold in ("median", "count")}

    def value(self, parts: Any, at: date) -> Any:
        return ibis.ifelse(parts.count >= self.at_least - 1, parts.median, None)


@metric
class MeanGapDays(Metric):
    """Mean of the days between valid orders, one digit: their sum ÷ their number. Missing under two valid orders."""

    name = "mean_gap_days"
    unit = Unit.SPAN
    better = "less"
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {fold: _gaps(fold, self.window, at) for fold in ("sum", "count")}

    def value(self, parts: Any, at: date) -> Any:
        return quotient(parts.sum, parts.count)


@metric
class LongestGapDays(Metric):
    """The longest time between two valid orders that followed each other. Missing under two valid orders."""

    name = "longest_gap_days"
    unit = Unit.DAYS
    better = "less"
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"longest": _gaps("max", self.window, at)}

    def value(self, parts: Any, at: date) -> Any:
        return parts.longest


@metric
class GapVariation(Metric):
    """Coefficient of variation of the days between valid orders: standard deviation (of all gaps) ÷ mean.

    0 is a clock. From integer sums: √(n × Σg² - (Σg)²) ÷ Σg. Missing under three valid orders and where
    all lie on one day.
    """

    name = "gap_variation"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "n": _gaps("count", self.window, at),
            "sum": _gaps("sum", self.window, at),
            "squares": _gaps("sum", self.window, at, of=lambda order: order.gap * order.gap),
        }

    def value(self, parts: Any, at: date) -> Any:
        n, total, squares = (part.cast("int64") for part in (parts.n, parts.sum, parts.squares))
        spread = (n * squares - total * total).cast("float64").sqrt()
        return ibis.ifelse(n >= 2, quotient(spread, total), None)


@metric
class OverdueDays(Metric):
    """Days that the next order is late against the customer's own rhythm, one digit; 0 while it is not.

    recency_days - rhythm_days. Missing under three valid orders.
    """

    name = "overdue_days"
    unit = Unit.SPAN
    better = "less"
    needs = SALES

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _waited(at)

    def value(self, parts: Any, at: date) -> Any:
        late = decimal(days_between(parts.last, at), 1) - _usual(parts)
        return ibis.ifelse(late < 0, 0, late)


@metric
class OverdueRatio(Metric):
    """recency_days ÷ rhythm_days: above 1 the next order is late, above 2 the customer sleeps.

    Missing under three valid orders and where the rhythm is zero days.
    """

    name = "overdue_ratio"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _waited(at)

    def value(self, parts: Any, at: date) -> Any:
        return quotient(days_between(parts.last, at), _usual(parts))


def _waited(at: date) -> Mapping[str, Aggregate]:
    return {
        "last": valid_orders("max", None, at, of=lambda order: order.moment),
        "median": _gaps("median", None, at),
        "count": _gaps("count", None, at),
    }


def _usual(parts: Any) -> Any:
    return decimal(ibis.ifelse(parts.count >= 2, parts.median, None), 1)
