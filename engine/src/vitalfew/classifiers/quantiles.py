"""Quantile scores: how many customers in a hundred are worse, in k equal steps."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any, Literal

import ibis.expr.types as ir
from pydantic import Field

from vitalfew.expressions import Better
from vitalfew.places import Place, behind, column_of
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Quantiles(MethodParameters):
    """Score 1 + (k × worse) // n, worse = customers with a strictly worse value; equal values, equal scores.

    A missing value has no score and stands outside n. Contract section 4; ties low, as RFM has it
    (Hughes 1994), unlike ntile, which tears equal values apart.
    """

    of: str = Field(description="The metric that is ranked.")
    k: int = Field(5, ge=2, le=100, description="Number of classes; k is the best.")
    better: Literal["more", "less"] = Field("more", description="Whether more or less is better.")

    def reads(self) -> tuple[str, ...]:
        return (self.of,)

    def ranks(self) -> tuple[str, ...]:
        return (self.of,)

    def places(self) -> Collection[str]:
        return (column_of(self.of, behind(self.better)), column_of(self.of, "known"))

    def labels(self) -> tuple[str | int, ...]:
        return tuple(range(self.k, 0, -1))


def classify(customers: ir.Table, parameters: Quantiles) -> ir.Table:
    """Scores in columns; label and score are the same number."""
    place = Place(customers, parameters.of)
    score: Any = 1 + (place.behind(parameters.better) * parameters.k) // place.known
    return customers.mutate(label=score.cast("int64"), score=score.cast("int64"))


def judge(one: Row, others: Population, parameters: Quantiles) -> Verdict:
    """The score of one customer among the others."""
    value: Decimal | int | None = one[parameters.of]
    if value is None:
        return Verdict(None)
    values = others[parameters.of]
    better: Better = parameters.better
    score = 1 + parameters.k * values.worse(value, better) // (values.n + 1)
    return Verdict(score, score, points={parameters.of: score})


method(Method("quantiles", Quantiles, classify, judge))
