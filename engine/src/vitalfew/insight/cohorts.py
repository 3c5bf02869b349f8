"""Facts → cohorts: customers by when they first bought, how many came back in each period since, what they brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales, every_customer
from vitalfew.given import CALENDAR
from vitalfew.insight.estimates import Share
from vitalfew.insight.insight import Insight, of_facts, refuse_no_silence, refuse_nobody
from vitalfew.insight.remarks.people import of_day, of_earlier, of_never
from vitalfew.insight.remarks.stay import of_rule, of_second, of_stay
from vitalfew.insight.rhythm import Limits, limits, purchases, rhythms, with_limits
from vitalfew.insight.second import Second, second_purchase
from vitalfew.insight.stays import stays
from vitalfew.insight.survival import Survival
from vitalfew.insight.triangle import triangle
from vitalfew.readers.reading import Options
from vitalfew.run import Request
from vitalfew.run.asked import refuse_unknown
from vitalfew.run.gather import Sources


@dataclass(frozen=True, kw_only=True)
class Cohorts(Insight):
    """Customers by the period of their first valid order, how soon they came back and how long they stay.

    `rows` has a row for each cohort and period since: `cohort, period, customers, buyers, retention, revenue,
    revenue_per_customer, whole`. `period` counts from 0, the one of the first order; `retention` is buyers ÷ customers;
    `revenue` the net sum of all lines of the cohort in the period, refunds included; `revenue_per_customer` what a
    customer of the cohort has brought up to its end; `whole` whether the period was over on the as-of day.
    """

    period: str
    second: Second
    survival: Survival
    limits: Limits
    too_new: int

    def as_object(self) -> dict[str, Any]:
        """Second purchases, survival and the rule of loss in figures."""
        return {
            **super().as_object(),
            "period": self.period,
            "second_purchase": {
                "median_days": self.second.median_days,
                "within": [{"days": days, **_told(found)} for days, found in self.second.within.items()],
            },
            "survival": {
                "customers": self.survival.customers,
                "lost": self.survival.lost,
                "too_new": self.too_new,
                "half_by_day": self.survival.half,
                "points": [vars(point) for point in self.survival.points],
            },
            "lost_after": self.limits.as_object(),
        }


def _told(found: Share) -> dict[str, Any]:
    return {"customers": found.of, "came_back": found.n, "share": found.share, "low": found.low, "high": found.high}


def cohorts(
    sources: Sources, request: Request, options: Options, period: str = "month", lost_after: int | None = None
) -> Cohorts:
    """The cohorts of all customers with a valid order.

    `period` is month, quarter or year. `lost_after` is the silence in days that counts as loss for everybody; without
    it each customer's own rhythm says so (see `rhythm.py`). Refused: facts without a valid order up to the as-of day.
    """
    refuse_unknown("--period", period, CALENDAR)
    refuse_no_silence(lost_after)
    return of_facts(sources, request, options, lambda database, facts: cohorts_of(database, facts, period, lost_after))


def cohorts_of(database: DuckDB, facts: Facts, period: str, lost_after: int | None = None) -> Cohorts:
    """The cohorts of facts that are attached already. Refused as `cohorts` refuses."""
    customers = database.keep("rhythms", rhythms(facts))
    found = database.row(customers.aggregate(n=customers.count(), last=customers["last"].max()))
    refuse_nobody(found["n"], facts.at)
    never = database.count(every_customer(facts)) - found["n"]
    rule = limits(database, customers, lost_after)
    stay, too_new = stays(database, with_limits(customers, rule), rule)
    second = second_purchase(database, customers)
    notes = (
        *of_second(second),
        *of_stay(stay),
        *of_rule(rule, too_new),
        *of_never(never),
        *of_earlier(database, facts),
        *of_day(found["last"], facts.at),
    )
    return Cohorts(
        rows=triangle(database, purchases(facts), dated_sales(facts), customers, period, facts.at),
        as_of=facts.at,
        customers=found["n"],
        never=never,
        notes=notes,
        period=period,
        second=second,
        survival=stay,
        limits=rule,
        too_new=too_new,
    )
