"""How the value of a metric becomes points from 0 to 100. Not a method: scorecards are made of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

import ibis
import ibis.expr.types as ir
from pydantic import BeforeValidator, Field, model_validator

from vitalfew.expressions import Better, buyers, first_where
from vitalfew.places import Place, column_of, midrank
from vitalfew.population import Population, Values
from vitalfew.registry import Parameters, Row


class Step(Parameters):
    """The points of a value that reaches a bound (at least; at most where less is better)."""

    reach: Decimal = Field(description="The bound: at least, or at most where less is better.")
    points: Decimal = Field(ge=0, le=100, description="From 0 to 100.")


class Measure(Parameters):
    """One metric and the scale that turns it into points from 0 to 100.

    - `percentile` (default): mid-rank percentile 100 × (worse + (equal - 1) / 2) / (n - 1), n = 1 → 50;
      equal values have equal points, and one giant does not press the others together.
    - `min_max`: 100 × (value - smallest) / (largest - smallest), all equal → 50. Never the default, because one
      giant ruins it.
    - `between`: 100 × (value - low) / (high - low) of two fixed bounds, cut off at 0 and 100.
    - `steps`: the points of the first step that is reached, 0 below the last.

    Where less is better the points count from the other end. Negative and zero values are values like
    any other; a missing value has no points here. Customers without an order stand outside every n.
    """

    of: str = Field(description="The metric.")
    better: Better = Field("more", description="Whether more or less earns more points.")
    scale: Literal["percentile", "min_max", "between", "steps"] = Field("percentile", description="How it is scaled.")
    bounds: tuple[Decimal, Decimal] | None = Field(None, description="Low and high end of `between`.")
    steps: tuple[Step, ...] = Field((), description="The steps of `steps`, best first.")

    @model_validator(mode="after")
    def _scale_fits(self) -> Measure:
        if (self.bounds is not None) != (self.scale == "between") or bool(self.steps) != (self.scale == "steps"):
            raise ValueError("`between` takes bounds, `steps` takes steps, the other scales take neither")
        if self.bounds is not None and self.bounds[0] >= self.bounds[1]:
            raise ValueError("the low bound must lie below the high one")
        reached = [step.reach for step in self.steps]
        if reached != sorted(set(reached), reverse=self.better == "more"):
            raise ValueError("steps stand best first")
        return self

    @property
    def compares(self) -> bool:
        """Whether the points depend on other customers."""
        return self.scale in ("percentile", "min_max")

    def places(self) -> tuple[str, ...]:
        """The columns of places that are read."""
        return (column_of(self.of, midrank(self.better)),) if self.scale == "percentile" else ()

    def in_columns(self, customers: ir.Table) -> Any:
        """The points of every customer, as a float; missing where the value is. Percentiles stand there already."""
        value = customers[self.of]
        if self.scale == "percentile":
            return Place(customers, self.of).percentile(self.better)
        if self.scale == "steps":
            return self._stepped(value)
        share = self._share(value, *self._ends(customers, value))
        points = ibis.ifelse(value.isnull(), ibis.null("float64"), 100 * share)
        return points if self.better == "more" else 100 - points

    def _ends(self, customers: ir.Table, value: Any) -> tuple[Any, Any]:
        if self.bounds is not None:
            return float(self.bounds[0]), float(self.bounds[1])
        all_buyers = ibis.window(group_by=buyers(customers))
        return value.min().over(all_buyers).cast("float64"), value.max().over(all_buyers).cast("float64")

    def _share(self, value: Any, low: Any, high: Any) -> Any:
        if self.bounds is not None:
            return (value.cast("float64").clip(low, high) - low) / (high - low)
        return ((value.cast("float64") - low) / (high - low).nullif(0)).fill_null(0.5)

    def _stepped(self, value: Any) -> Any:
        reached = []
        for step in self.steps:
            numerator, denominator = step.reach.as_integer_ratio()
            scaled = value * denominator
            holds = scaled >= numerator if self.better == "more" else scaled <= numerator
            reached.append((holds, float(step.points)))
        return first_where([(value.isnull(), ibis.null("float64")), *reached], 0.0)

    def of_one(self, one: Row, others: Population) -> Fraction | None:
        """The points of one customer among the others, exactly."""
        value = one[self.of]
        if value is None:
            return None
        if self.scale == "percentile":
            return self._percentile(value, others[self.of])
        if self.scale == "steps":
            reached = (s for s in self.steps if (value >= s.reach if self.better == "more" else value <= s.reach))
            return Fraction(next((step.points for step in reached), Decimal(0)))
        points = 100 * self._one_share(Fraction(value), others)
        return points if self.better == "more" else 100 - points

    def _percentile(self, value: Any, values: Values) -> Fraction:
        if not values.n:
            return Fraction(50)
        return Fraction(50 * (2 * values.worse(value, self.better) + values.equal(value)), values.n)

    def _one_share(self, value: Fraction, others: Population) -> Fraction:
        if self.bounds is not None:
            low, high = (Fraction(bound) for bound in self.bounds)
            return (min(max(value, low), high) - low) / (high - low)
        values = others[self.of]
        known = [Fraction(int(end), 10**values.digits) for end in values.ordered[[0, -1]]] if values.n else []
        low, high = min(value, *known), max(value, *known)
        return (value - low) / (high - low) if high > low else Fraction(1, 2)


def _named(given: object) -> object:
    return {"of": given} if isinstance(given, str) else given


MeasureEntry = Annotated[Measure, BeforeValidator(_named)]
"""A measure; a name alone is its percentile, more being better."""
