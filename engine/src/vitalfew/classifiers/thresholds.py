"""High, middle, low of anything: one number cut at fixed values, percentiles, the median or the mean."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.cuts import Cuts
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Thresholds(Cuts, MethodParameters):
    """A customer is in the first class whose cut it reaches; the score counts the classes from the worst, which has 1.

    By `value` it reaches a cut by being at it or better; by `percentile` where at least so many in a
    hundred are strictly worse; by `median` and `mean` where it is not worse than these. Equal values
    share a class; zero and negative values are numbers like any other; a missing value has no class.
    The plain classes of spending power, frequency, amount, order value and profit (M162, M168-M171).
    """

    of: str = Field(description="The metric that is cut.")
    names: tuple[str, ...] = Field(("high", "middle", "low"), description="One label more than cuts, best first.")

    @model_validator(mode="after")
    def _names_fit(self) -> Thresholds:
        if len(self.names) != self.classes or len(set(self.names)) != self.classes:
            raise ValueError(f"the cuts make {self.classes} classes; each needs a name of its own")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.of,)

    def ranks(self) -> tuple[str, ...]:
        return (self.of,) if self.compares else ()

    def places(self) -> Collection[str]:
        return self.placed_by(self.of)

    def labels(self) -> tuple[str | int, ...]:
        return self.names


def classify(customers: ir.Table, parameters: Thresholds) -> ir.Table:
    """Classes in columns."""
    cut = customers.mutate(_class=parameters.in_columns(customers, parameters.of))
    named = [(cut._class == index, name) for index, name in enumerate(parameters.names)]
    score: Any = parameters.classes - cut._class
    return cut.mutate(label=first_where(named, ibis.null("string")), score=score.cast("int64")).drop("_class")


def judge(one: Row, others: Population, parameters: Thresholds) -> Verdict:
    """The class of one customer among the others."""
    index = parameters.of_one(one, others, parameters.of)
    if index is None:
        return Verdict(None)
    points = parameters.classes - index
    return Verdict(parameters.names[index], points, points={parameters.of: points})


method(Method("thresholds", Thresholds, classify, judge, speaks_of_prospects=True))
