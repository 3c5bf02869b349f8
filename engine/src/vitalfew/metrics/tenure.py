"""How long customers have been with us."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import ibis

from vitalfew.expressions import day, days_between
from vitalfew.metrics.windows import first_order
from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric


@metric
class TenureDays(Metric):
    """Days from the earlier of `since` and the first order to the as-of day.

    A customer without an order has the days from `since`; a `since` after the as-of day is not known
    yet. Missing where neither is there. Contract section 3.
    """

    name = "tenure_days"
    unit = Unit.DAYS
    uses: ClassVar[Columns] = {"orders": ("moment",), "customers": ("since",)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        known = Aggregate("customers", "min", lambda row: row.since, lambda row: row.since <= day(at))
        return {"first": first_order(), "since": known}

    def value(self, parts: Any, at: date) -> Any:
        first = parts.first.cast("date")
        if parts.since is None:
            return days_between(first, at)
        return days_between(ibis.least(first.fill_null(parts.since), parts.since.fill_null(first)), at)


@metric
class FirstOrderDays(Metric):
    """Days from the first order, valid or not, to the as-of day. Missing without an order."""

    name = "first_order_days"
    unit = Unit.DAYS
    needs: ClassVar[Columns] = {"orders": ("moment",)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"first": first_order()}

    def value(self, parts: Any, at: date) -> Any:
        return days_between(parts.first, at)
