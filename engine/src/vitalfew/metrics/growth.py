"""How sales move: against the year before, over the quarters, from month to month.

All three look at a fixed stretch of time; a customer whose first order is younger than it has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise
from operator import add
from typing import Any

import ibis
from pydantic import Field

from vitalfew.expressions import days_between, quotient
from vitalfew.metrics.windows import RETURNS, SALES, YEAR, Period, first_order, net, net_sales
from vitalfew.registry import Aggregate, Metric, Unit, metric


def _begun(parts: Any, at: date, days: int) -> Any:
    """Whether the first order is at least so many days old."""
    return days_between(parts.first, at) >= days


@metric
class Growth(Metric):
    """Net sales of the last 12 months ÷ those of the 12 months before - 1.

    Not available where the facts span under 730 days. Missing where the base is not above zero or the
    first order is under 730 days old. -1 for who bought nothing since. Contract section 3.
    """

    name = "growth"
    unit = Unit.FRACTION
    needs = SALES
    uses = RETURNS
    window: Period = YEAR

    def available_since(self, at: date) -> date | None:
        return at - timedelta(days=2 * self.window)

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return {"first": first_order(), **net_sales(self.window, at), **net_sales(2 * self.window, at, "_twice")}

    def value(self, parts: Any, at: date) -> Any:
        now = net(parts)
        base = net(parts, "_twice") - now
        comparable = (base > 0) & _begun(parts, at, 2 * self.window)
        return ibis.ifelse(comparable, quotient(now - base, base), None)


@metric
class Trend(Metric):
    """Change of net sales per quarter ÷ the average quarter, by the least-squares line through the last four.

    A quarter is a fourth of the window. With s1 … s4 the net sales of the last one, two, three and four
    quarters it is 0.4 × (2 × (s1 + s2 + s3) - 3 × s4) ÷ s4: from -1.2 to 1.2, 0 for even sales, outside where
    refunds outweigh sales in a quarter. Missing where s4 is not above zero or the first order is younger than
    the window.
    """

    name = "trend"
    unit = Unit.FRACTION
    needs = SALES
    uses = RETURNS
    window: Period = Field(364, ge=4)

    def available_since(self, at: date) -> date | None:
        return at - timedelta(days=self._quarter * 4)

    @property
    def _quarter(self) -> int:
        return self.window // 4

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        quarters = {k: v for n in range(1, 5) for k, v in net_sales(n * self._quarter, at, str(n)).items()}
        return {"first": first_order(), **quarters}

    def value(self, parts: Any, at: date) -> Any:
        s1, s2, s3, s4 = (net(parts, str(n)) for n in range(1, 5))
        line = (s1 + s2 + s3) * 8 - s4 * 12
        return ibis.ifelse((s4 > 0) & _begun(parts, at, self._quarter * 4), quotient(line, s4 * 10), None)


@metric
class SalesVariation(Metric):
    """Coefficient of variation of net sales over equal periods: standard deviation (of all periods) ÷ mean.

    The figure of XYZ analysis: under 0.5 steady, above 1 erratic. Missing where the sum is not above zero or
    the first order is younger than the periods.
    """

    name = "sales_variation"
    unit = Unit.FRACTION
    better = "less"
    needs = SALES
    uses = RETURNS
    period: Period = Field(30, description="Days of one period, such as 30d.")
    periods: int = Field(12, ge=2, le=36, description="How many periods are looked at.")

    def available_since(self, at: date) -> date | None:
        return at - timedelta(days=self.period * self.periods)

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        reach = range(1, self.periods + 1)
        sums = {k: v for n in reach for k, v in net_sales(n * self.period, at, str(n)).items()}
        return {"first": first_order(), **sums}

    def value(self, parts: Any, at: date) -> Any:
        reached = [net(parts, str(n)) for n in range(1, self.periods + 1)]
        whole = reached[-1]
        sold = [reached[0], *(later - earlier for earlier, later in pairwise(reached))]
        apart = [quotient(one * self.periods - whole, whole) for one in sold]
        spread = (reduce(add, (one * one for one in apart)) / self.periods).sqrt()
        return ibis.ifelse((whole > 0) & _begun(parts, at, self.period * self.periods), spread, None)
