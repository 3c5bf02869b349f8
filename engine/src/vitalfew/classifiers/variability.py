"""XYZ classes: how evenly a customer buys, by the coefficient of variation of its demand."""

from __future__ import annotations

from decimal import Decimal
from operator import le
from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.conditions import held_against
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Variability(MethodParameters):
    """X where the coefficient of variation (standard deviation ÷ mean) is at most the first cut, Y at most the second, else Z.

    The score counts the classes from the worst, which has 1. Zero means perfectly even and is X. A
    missing value has no class, nor has one below zero (its mean was not above zero, so it says nothing),
    nor a customer with fewer observations than `fewest` in the column `evidence`. Equal values share a
    class; nobody is ranked. The cuts ½ and 1 are a common choice in XYZ analysis of monthly demand; firms
    with steadier demand take 0.10 and 0.25.
    """

    of: str = Field(description="The metric: a coefficient of variation, as a fraction.")
    cuts: tuple[Decimal, ...] = Field(
        (Decimal("0.5"), Decimal(1)), min_length=1, description="Rising, best class first."
    )
    names: tuple[str, ...] = Field(("X", "Y", "Z"), description="One label more than cuts, steadiest first.")
    evidence: str | None = Field(None, description="A metric that counts what the variation was worked out from.")
    fewest: int = Field(3, ge=2, description="How many of them there must be.")

    @model_validator(mode="after")
    def _cuts_fit(self) -> Variability:
        if list(self.cuts) != sorted(set(self.cuts)) or self.cuts[0] < 0:
            raise ValueError("cuts must rise and not lie below zero")
        if len(self.names) != len(self.cuts) + 1:
            raise ValueError(f"{len(self.cuts)} cuts make {len(self.cuts) + 1} classes; {len(self.names)} names given")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.of, self.evidence) if self.evidence else (self.of,)

    def labels(self) -> tuple[str | int, ...]:
        return self.names


def classify(customers: ir.Table, parameters: Variability) -> ir.Table:
    """Classes in columns."""
    value = customers[parameters.of]
    says = value >= 0
    if parameters.evidence:
        says = says & (customers[parameters.evidence] >= parameters.fewest)
    score: Any = first_where(
        [(~says.fill_null(False), ibis.null("int64"))]
        + [
            (le(*held_against(value, cut)), len(parameters.cuts) + 1 - index)
            for index, cut in enumerate(parameters.cuts)
        ],
        1,
    )
    scored = customers.mutate(score=score.cast("int64"))
    named = [(scored.score == len(parameters.names) - index, name) for index, name in enumerate(parameters.names)]
    return scored.mutate(label=first_where(named, ibis.null("string")))


def judge(one: Row, others: Population, parameters: Variability) -> Verdict:
    """The class of one customer."""
    value = one[parameters.of]
    seen = one[parameters.evidence] if parameters.evidence else parameters.fewest
    if value is None or value < 0 or seen is None or seen < parameters.fewest:
        return Verdict(None)
    index = next((index for index, cut in enumerate(parameters.cuts) if value <= cut), len(parameters.cuts))
    return Verdict(parameters.names[index], len(parameters.names) - index)


method(Method("variability", Variability, classify, judge))
