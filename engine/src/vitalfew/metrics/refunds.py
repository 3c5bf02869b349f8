"""What customers send back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vitalfew.expressions import quotient
from vitalfew.metrics.windows import RETURNS, SALES, Window, net_sales, total
from vitalfew.registry import Aggregate, Metric, Unit, metric


@metric
class ReturnRate(Metric):
    """Money given back ÷ spend of the window: negative lines and returns of orders without one ÷ lines above zero.

    May pass 1 where more came back than was bought in the window. Missing without spend.
    """

    name = "return_rate"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES
    uses = RETURNS
    window: Window = None

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {
            "spent": total("orders", lambda row: row.amount, self.window, at, only=lambda row: row.amount > 0),
            "refunded": total("orders", lambda row: -row.amount, self.window, at, only=lambda row: row.amount < 0),
            "returned": net_sales(self.window, at)["returned"],
        }

    def value(self, parts: Any, at: date) -> Any:
        back = parts.refunded.fill_null(0)
        if parts.returned is not None:
            back = back + parts.returned.fill_null(0)
        return quotient(back, parts.spent)
