"""Stages of a relation by the customer's own rhythm of buying: potential, new, active, sleeping, lost (M161, M172, B8)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.expressions import HAS_ORDERS, buyers, decimal, first_where, known
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Lifecycle(MethodParameters):
    """Days since the last valid order, held against g, the customer's own median gap between valid orders.

    A customer without a gap of its own (fewer than three valid orders) takes the median of all
    customers' g, and where nobody has one `default_rhythm`. First match: without an order `potential`; without a
    valid order `no_valid_order`; first order less than new × g ago and at most `new_orders` orders `new`; d ≤ active
    × g `active`; d ≤ sleeping × g `sleeping`; else `lost`. There is no score. A g of zero days is taken as it stands;
    the median of an even number is the mean of the two in the middle, compared without rounding. Contract section 4.
    """

    recency: str = Field("recency_days", description="Metric: days since the last valid order.")
    first: str = Field("first_order_days", description="Metric: days since the first order.")
    orders: str = Field("frequency", description="Metric: number of valid orders.")
    rhythm: str = Field("rhythm_days", description="Metric: median gap in days; missing below three valid orders.")
    new: Decimal = Field(Decimal(2), gt=0, description="New: the first order is less than so many g ago.")
    new_orders: int = Field(2, ge=1, description="New: at most so many valid orders.")
    active: Decimal = Field(Decimal(2), gt=0, description="Active up to so many g.")
    sleeping: Decimal = Field(Decimal(4), gt=0, description="Sleeping up to so many g.")
    default_rhythm: int = Field(90, ge=1, description="Days taken where no customer has a rhythm.")

    @model_validator(mode="after")
    def _factors_rise(self) -> Lifecycle:
        if self.active >= self.sleeping:
            raise ValueError("a customer sleeps after it was active: `sleeping` must be larger than `active`")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.recency, self.first, self.orders, self.rhythm)

    def ranks(self) -> tuple[str, ...]:
        return (self.rhythm,)

    def labels(self) -> tuple[str | int, ...]:
        return ("active", "new", "potential", "sleeping", "lost", "no_valid_order")


def classify(customers: ir.Table, parameters: Lifecycle) -> ir.Table:
    """Stages in columns; with `rhythm`, the days of g, and `rhythm_from`: own, everybody or default."""
    numbered = customers.mutate(
        _place=_place(customers, customers[parameters.rhythm]), _n=known(customers, customers[parameters.rhythm])
    )
    own = numbered[parameters.rhythm]
    shared = _twice_the_median(numbered, own)
    timed = numbered.mutate(
        _twice=ibis.coalesce(own * 2, shared, 2 * parameters.default_rhythm),
        rhythm_from=first_where([(own.notnull(), "own"), (shared.notnull(), "everybody")], "default"),
    )
    buyer = timed[HAS_ORDERS] if HAS_ORDERS in customers.columns else ibis.literal(True)
    graded = timed.mutate(
        label=_stage(timed, buyer, parameters),
        score=ibis.null(dt.Decimal(38, 2)),
        rhythm=ibis.ifelse(buyer, decimal(timed._twice.cast("float64") / 2, 2), None),
        rhythm_from=ibis.ifelse(buyer, timed.rhythm_from, None),
    )
    return graded.drop("_place", "_n", "_twice")


def _place(customers: ir.Table, value: Any) -> Any:
    in_order = ibis.window(group_by=buyers(customers), order_by=value.asc(nulls_first=False))
    return ibis.row_number().over(in_order)


def _twice_the_median(numbered: ir.Table, value: Any) -> Any:
    """The two values in the middle added up: engines round the median of decimals."""
    everybody = ibis.window(group_by=buyers(numbered))
    low, high = (numbered._n - 1) // 2, numbered._n // 2
    lower, upper = (ibis.ifelse(numbered._place == place, value, None) for place in (low, high))
    return lower.sum().over(everybody) + upper.sum().over(everybody)


def _stage(timed: ir.Table, buyer: Any, parameters: Lifecycle) -> Any:
    days, first = timed[parameters.recency], timed[parameters.first]
    fresh = _less(first * 2, parameters.new, timed._twice) & (timed[parameters.orders] <= parameters.new_orders)
    stages = [
        (~buyer, "potential"),
        (days.isnull(), "no_valid_order"),
        (fresh, "new"),
        (~_more(days * 2, parameters.active, timed._twice), "active"),
        (~_more(days * 2, parameters.sleeping, timed._twice), "sleeping"),
    ]
    return first_where(stages, "lost")


def _less(days: Any, factor: Decimal, rhythm: Any) -> Any:
    numerator, denominator = factor.as_integer_ratio()
    return days * denominator < rhythm * numerator


def _more(days: Any, factor: Decimal, rhythm: Any) -> Any:
    numerator, denominator = factor.as_integer_ratio()
    return days * denominator > rhythm * numerator


def judge(one: Row, others: Population, parameters: Lifecycle) -> Verdict:
    """The stage of one customer among the others."""
    if not one.get(HAS_ORDERS, True):
        return Verdict("potential", reasons={"rhythm": None, "rhythm_from": None})
    rhythm, source = _one_rhythm(one, others, parameters)
    reasons: Mapping[str, Any] = {"rhythm": Decimal(round(rhythm * 100)).scaleb(-2), "rhythm_from": source}
    return Verdict(_one_stage(one, rhythm, parameters), reasons=reasons)


def _one_rhythm(one: Row, others: Population, parameters: Lifecycle) -> tuple[Fraction, str]:
    own = one[parameters.rhythm]
    if own is not None:
        return Fraction(own), "own"
    values = others[parameters.rhythm]
    if not values.n:
        return Fraction(parameters.default_rhythm), "default"
    middle = int(values.ordered[(values.n - 1) // 2]) + int(values.ordered[values.n // 2])
    return Fraction(middle, 2 * 10**values.digits), "everybody"


def _one_stage(one: Row, rhythm: Fraction, parameters: Lifecycle) -> str:
    days = one[parameters.recency]
    if days is None:
        return "no_valid_order"
    if _one_fresh(one, rhythm, parameters):
        return "new"
    if days <= Fraction(parameters.active) * rhythm:
        return "active"
    return "sleeping" if days <= Fraction(parameters.sleeping) * rhythm else "lost"


def _one_fresh(one: Row, rhythm: Fraction, parameters: Lifecycle) -> bool:
    first, orders = one[parameters.first], one[parameters.orders]
    if first is None or orders is None:
        return False
    return bool(first < Fraction(parameters.new) * rhythm and orders <= parameters.new_orders)


method(Method("lifecycle", Lifecycle, classify, judge, reasons=("rhythm", "rhythm_from"), speaks_of_prospects=True))
