"""Pareto classes: the few that bring most (ABC, 80/20), or shares of the number of customers (20/60/20)."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.expressions import first_where, quotient, small_decimal
from vitalfew.places import MULTIPLE, STEPS, Place, column_of
from vitalfew.population import Population, Values
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Pareto(MethodParameters):
    """A customer is in the first class whose cut c satisfies 100 × B < c × T.

    By value, B is the total of the customers with a strictly larger value and T the total of all, values below zero
    counting as zero; a value not above zero is in the last class, and T = 0 puts everybody there. By
    count, B is the number of customers with a strictly larger value and T the number with a value, those at or below
    zero included. Equal values share a class; a missing value has none. The score is 100 × (1 - B / T).
    Where `of` is a list the first metric that the facts give is taken, for everybody. With `below_zero` a loss
    stands beside the classes. Contract section 4; the rule is Pareto's and Juran's vital few (Dickie 1951 for ABC).
    """

    of: str | tuple[str, ...] = Field(description="The metric that is shared out, or several: the first available.")
    by: Literal["value", "count"] = Field("value", description="Cuts in per cent of the value or of the customers.")
    cuts: tuple[Decimal, ...] = Field((Decimal(80), Decimal(95)), description="Rising, in per cent, below 100.")
    names: tuple[str, ...] = Field(("A", "B", "C"), description="One label more than cuts, best first.")
    below_zero: str | None = Field(None, description="Label of customers below zero, on profit; none: the last class.")

    @model_validator(mode="after")
    def _cuts_fit(self) -> Pareto:
        if not self.cuts or list(self.cuts) != sorted(set(self.cuts)) or not all(0 < cut < 100 for cut in self.cuts):
            raise ValueError("cuts must rise and lie between 0 and 100")
        if len(self.names) != len(self.cuts) + 1:
            raise ValueError(f"{len(self.cuts)} cuts make {len(self.cuts) + 1} classes; {len(self.names)} names given")
        if len(set(self.labels())) != len(self.labels()):
            raise ValueError("every class needs a name of its own")
        if not self.reads():
            raise ValueError("name at least one metric")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.of,) if isinstance(self.of, str) else self.of

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return () if any(name in columns for name in self.reads()) else self.reads()

    def ranks(self) -> tuple[str, ...]:
        return self.reads()

    def places(self) -> Collection[str]:
        cells = ("own", "up_to", "total", *(("above",) if self.by == "value" else ("larger", "known")))
        return [column_of(metric, cell) for metric in self.reads() for cell in cells]

    def labels(self) -> tuple[str | int, ...]:
        return self.names if self.below_zero is None else (*self.names, self.below_zero)

    def taken(self, columns: Collection[str]) -> str:
        """The first of the metrics that is there."""
        return next(name for name in self.reads() if name in columns)


def classify(customers: ir.Table, parameters: Pareto) -> ir.Table:
    """Classes in columns; with `share` and `cumulative_share` (equal values included) of the value."""
    measure = parameters.taken(customers.columns)
    value, place = customers[measure], Place(customers, measure)
    by_value = parameters.by == "value"
    before, whole = (place.above, place.total) if by_value else (place.larger, place.known)
    return customers.mutate(
        label=_label(value, before, whole, parameters),
        score=small_decimal(_score(before, whole), 2),
        share=small_decimal(quotient(place.own, place.total), 6),
        cumulative_share=small_decimal(quotient(place.up_to, place.total), 6),
    )


def _label(value: Any, before: Any, whole: Any, parameters: Pareto) -> Any:
    last = parameters.names[-1]
    special = [(value.isnull(), ibis.null("string"))]
    if parameters.below_zero is not None:
        special.append((value < 0, ibis.literal(parameters.below_zero)))
    if parameters.by == "value":
        special.append(((whole <= 0) | (value <= 0), ibis.literal(last)))
    named = zip(parameters.cuts, parameters.names, strict=False)
    return first_where([*special, *((_reached(before, whole, cut), name) for cut, name in named)], last)


def _reached(before: Any, whole: Any, cut: Decimal) -> Any:
    """100 × B < c × T in whole numbers on both sides: engines cut a decimal literal after the third digit."""
    numerator, denominator = cut.as_integer_ratio()
    if 100 * denominator > MULTIPLE:
        before, whole = before.cast(STEPS), whole.cast(STEPS)
    return before * (100 * denominator) < whole * numerator


def _score(before: Any, whole: Any) -> Any:
    left = 100 - 100 * quotient(before, whole)
    return ibis.ifelse(whole <= 0, 0.0, left)


def judge(one: Row, others: Population, parameters: Pareto) -> Verdict:
    """The class of one customer among the others."""
    measure = parameters.taken(one)
    value = one[measure]
    if value is None:
        return Verdict(None, reasons={"share": None, "cumulative_share": None})
    values = others[measure]
    before, whole = _before_and_whole(value, values, parameters)
    score = Fraction(0) if whole <= 0 else 100 * (1 - before / whole)
    return Verdict(_class_of(value, before, whole, parameters), _shown(score, 2), _shares(value, values))


def _before_and_whole(value: Any, values: Values, parameters: Pareto) -> tuple[Fraction, Fraction]:
    if parameters.by == "value":
        return Fraction(values.total_above(value)), Fraction(values.total()) + max(Fraction(value), Fraction(0))
    return Fraction(values.n - values.worse(value) - values.equal(value)), Fraction(values.n + 1)


def _class_of(value: Any, before: Fraction, whole: Fraction, parameters: Pareto) -> str:
    if parameters.below_zero is not None and value < 0:
        return parameters.below_zero
    if parameters.by == "value" and (whole <= 0 or value <= 0):
        return parameters.names[-1]
    named = zip(parameters.cuts, parameters.names, strict=False)
    return next((name for cut, name in named if 100 * before < Fraction(cut) * whole), parameters.names[-1])


def _shares(value: Any, values: Values) -> dict[str, Decimal | None]:
    mine = max(Fraction(value), Fraction(0))
    whole = Fraction(values.total()) + mine
    if whole <= 0:
        return {"share": None, "cumulative_share": None}
    so_far = Fraction(values.total_above(value)) + mine * (values.equal(value) + 1)
    return {"share": _shown(mine / whole, 6), "cumulative_share": _shown(so_far / whole, 6)}


def _shown(value: Fraction, digits: int) -> Decimal:
    return Decimal(round(value * 10**digits)).scaleb(-digits)


method(Method("pareto", Pareto, classify, judge, reasons=("share", "cumulative_share")))
