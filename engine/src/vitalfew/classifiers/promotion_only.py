"""Loyalty that exists only because of price cuts, and brings no profit (M23, B13)."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
from pydantic import Field

from vitalfew.expressions import first_where
from vitalfew.languages import say
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class PromotionOnly(MethodParameters):
    """Enough valid orders, nearly all spend promoted or discounted, and no profit or no order without a promotion.

    `promotion_only` where orders ≥ `least_orders`, and share ≥ `least_share`, and either the
    contribution is not above zero or there was no order outside promotions for longer than the customer's own usual
    gap; never such an order counts as longer. Else `regular`. A missing share has no label; a missing contribution or
    gap proves nothing. The share is compared with the digits it is stored with. Contract section 4.
    """

    orders: str = Field("frequency", description="Metric: number of valid orders.")
    share: str = Field("promotion_share", description="Metric: share of spend on promoted or discounted lines.")
    contribution: str = Field("contribution", description="Metric: what is left after cost.")
    without: str = Field("regular_order_days", description="Metric: days since the last order outside promotions.")
    rhythm: str = Field("rhythm_days", description="Metric: the customer's own usual gap in days.")
    least_orders: int = Field(3, ge=1, description="Fewer valid orders say nothing yet.")
    least_share: Decimal = Field(Decimal("0.8"), gt=0, le=1, description="Share of spend from which on it counts.")

    def reads(self) -> tuple[str, ...]:
        return (self.orders, self.share, self.contribution, self.without, self.rhythm)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        needed = [name for name in (self.orders, self.share) if name not in columns]
        gap = all(name in columns for name in (self.without, self.rhythm))
        return tuple(needed) if needed or gap or self.contribution in columns else (self.contribution, self.without)

    def labels(self) -> tuple[str | int, ...]:
        return ("regular", "promotion_only")


def classify(customers: ir.Table, parameters: PromotionOnly) -> ir.Table:
    """The flag in columns."""
    share = customers[parameters.share]
    numerator, denominator = parameters.least_share.as_integer_ratio()
    bought = (customers[parameters.orders] >= parameters.least_orders) & (share * denominator >= numerator)
    empty = _unprofitable(customers, parameters) | _only_promoted_lately(customers, parameters)
    label = first_where([(share.isnull(), ibis.null("string")), (bought & empty, "promotion_only")], "regular")
    return customers.mutate(label=label, score=ibis.null(dt.Decimal(38, 2)))


def _unprofitable(customers: ir.Table, parameters: PromotionOnly) -> Any:
    if parameters.contribution not in customers.columns:
        return ibis.literal(False)
    return (customers[parameters.contribution] <= 0).fill_null(False)


def _only_promoted_lately(customers: ir.Table, parameters: PromotionOnly) -> Any:
    if parameters.without not in customers.columns or parameters.rhythm not in customers.columns:
        return ibis.literal(False)
    days = customers[parameters.without]
    return days.isnull() | (days > customers[parameters.rhythm]).fill_null(False)


def judge(one: Row, others: Population, parameters: PromotionOnly) -> Verdict:
    """The flag of one customer."""
    share = one[parameters.share]
    if share is None:
        return Verdict(None)
    bought = (one[parameters.orders] or 0) >= parameters.least_orders and Fraction(share) >= Fraction(
        parameters.least_share
    )
    empty = _one_unprofitable(one, parameters) or _one_only_promoted_lately(one, parameters)
    if not (bought and empty):
        return Verdict("regular")
    return Verdict("promotion_only", remark=sentence(one, parameters))


def _one_unprofitable(one: Row, parameters: PromotionOnly) -> bool:
    contribution = one.get(parameters.contribution)
    return contribution is not None and contribution <= 0


def _one_only_promoted_lately(one: Row, parameters: PromotionOnly) -> bool:
    if parameters.without not in one or parameters.rhythm not in one:
        return False
    days, gap = one[parameters.without], one[parameters.rhythm]
    return days is None or (gap is not None and days > gap)


def sentence(one: Row, parameters: PromotionOnly) -> str:
    """Why a customer is flagged, with its figures."""
    figures = {
        "orders": one[parameters.orders],
        "percent": f"{(100 * one[parameters.share]).normalize():f}",
        "contribution": one.get(parameters.contribution),
        "days": one.get(parameters.without),
        "gap": one.get(parameters.rhythm),
    }
    if _one_unprofitable(one, parameters):
        return say(
            "{percent} % of the spend in {orders} orders was promoted or discounted, and {contribution} is left of it.",
            **figures,
        )
    if one.get(parameters.without) is None:
        return say(
            "{percent} % of the spend in {orders} orders was promoted or discounted, and no order was without a "
            "promotion.",
            **figures,
        )
    return say(
        "{percent} % of the spend in {orders} orders was promoted or discounted; the last order without a promotion "
        "was {days} days ago, the usual gap is {gap} days.",
        **figures,
    )


method(Method("promotion_only", PromotionOnly, classify, judge))
