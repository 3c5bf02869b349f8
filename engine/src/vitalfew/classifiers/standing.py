"""Key, potential or ordinary (重点/潜在/普通): from a grade, a potential and, without any order, what is expected (M56)."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
from pydantic import Field

from vitalfew.expressions import HAS_ORDERS, first_where
from vitalfew.places import Place, column_of
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Standing(MethodParameters):
    """`key`: the grade is the best one; else `potential`: the potential is high; else `ordinary`.

    A customer without an order is `potential` when the mid-rank percentile of its expected spend among
    all customers with one, buyers included, reaches `least`; alone it stands at 50. It is never ranked by anything it
    could only have as a buyer. A missing value, or a potential or expectation that the facts do not give, makes
    nobody `potential`; equal values stand equally. There is no score. Contract section 4, `key_accounts`.
    """

    grade: str = Field(description="Classifier whose label is the grade.")
    best: tuple[str, ...] = Field(("A",), description="Its labels that make a customer `key`.")
    potential: str = Field("potential", description="Classifier of the potential.")
    high: tuple[str, ...] = Field(("high",), description="Its labels that make a customer `potential`.")
    expected: str = Field("expected_spend", description="Metric that customers without an order are judged by.")
    least: Decimal = Field(Decimal(70), ge=0, le=100, description="Percentile from which on they are `potential`.")

    def reads(self) -> tuple[str, ...]:
        return (self.grade, self.potential, self.expected)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return () if self.grade in columns else (self.grade,)

    def ranks(self) -> tuple[str, ...]:
        return (self.expected,)

    def places(self) -> Collection[str]:
        return [column_of(self.expected, cell, "everybody") for cell in ("smaller", "equal", "known")]

    def labels(self) -> tuple[str | int, ...]:
        return ("key", "potential", "ordinary")


def classify(customers: ir.Table, parameters: Standing) -> ir.Table:
    """Standings in columns."""
    buyer = customers[HAS_ORDERS] if HAS_ORDERS in customers.columns else ibis.literal(True)
    of_buyer = [(buyer & customers[parameters.grade].isin(parameters.best), "key")]
    if parameters.potential in customers.columns:
        of_buyer.append((buyer & customers[parameters.potential].isin(parameters.high), "potential"))
    if parameters.expected in customers.columns and HAS_ORDERS in customers.columns:
        of_buyer.append((~buyer & _promising(customers, parameters), "potential"))
    return customers.mutate(label=first_where(of_buyer, "ordinary"), score=ibis.null(dt.Decimal(38, 2)))


def _promising(customers: ir.Table, parameters: Standing) -> Any:
    """100 × (worse + (equal - 1) / 2) / (n - 1) ≥ least, in whole numbers; n = 1 → 50."""
    value, place = customers[parameters.expected], Place(customers, parameters.expected, "everybody")
    twice = 2 * place.smaller + place.equal - 1
    numerator, denominator = parameters.least.as_integer_ratio()
    reached = 50 * denominator * twice >= numerator * (place.known - 1)
    alone = ibis.literal(parameters.least <= 50)
    return value.notnull() & ibis.ifelse(place.known > 1, reached, alone)


def judge(one: Row, others: Population, parameters: Standing) -> Verdict:
    """The standing of one customer among the others."""
    if not one.get(HAS_ORDERS, True):
        return Verdict("potential" if _one_promising(one, others, parameters) else "ordinary")
    if one[parameters.grade] in parameters.best:
        return Verdict("key")
    return Verdict("potential" if one.get(parameters.potential) in parameters.high else "ordinary")


def _one_promising(one: Row, others: Population, parameters: Standing) -> bool:
    value = one.get(parameters.expected)
    if value is None:
        return False
    values = others.everybody(parameters.expected)
    if not values.n:
        return parameters.least <= 50
    return Fraction(50 * (2 * values.worse(value) + values.equal(value)), values.n) >= Fraction(parameters.least)


method(Method("standing", Standing, classify, judge, speaks_of_prospects=True))
