"""A weighted scorecard: parts with weights from strategy, each the mean of its measures (M45, M57, M85, M86)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, reduce
from math import lcm
from operator import add
from typing import Any, NamedTuple

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc
from pydantic import Field, model_validator

from vitalfew.classifiers.measures import MeasureEntry
from vitalfew.expressions import HAS_ORDERS, first_where, quotient, rounded, small_decimal
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Parameters, Row, Sentence, Verdict, method

MISSING = 50
"""The points of a single missing value: neither praise nor blame."""


class Part(Parameters):
    """Measures that stand for one thing, and its weight; a weight below zero counts against the customer.

    With `softened_by` (a value from 0 to 100, such as the ability to bear risk; missing counts 50) the
    points of the part are multiplied by 1 - softening × value / 100.
    """

    weight: Decimal = Field(description="Share of the whole, in any unit; below zero it counts against.")
    of: tuple[MeasureEntry, ...] = Field(min_length=1, description="The measures; the part is their mean.")
    softened_by: str | None = Field(None, description="Metric from 0 to 100 that takes the edge off this part.")
    softening: Decimal = Field(Decimal("0.5"), gt=0, le=1, description="Share of the part that 100 takes off.")


class Scorecard(MethodParameters):
    """Score = (Σ weight × part + 100 × N) / (P + N), where P and N are the sums of weights above and below zero.

    So the score runs from 0 to 100; with no weight below zero it is the weighted mean, and with
    present + potential - risk it is (V + 100) / 3. A part is the mean of its available measures; it drops for all
    only where none is available (its column is not there), and the weights are then rescaled. A single
    missing value counts 50; `coverage` is the share of the rescaled weight with a value, a part's weight split evenly
    over its available measures. The grade is read from the score as shown, half to even; with a coverage below the
    least it is never the first. A customer without an order has no score and the grade `prospect`. Zero, negative and
    tied values: see the scales of `Measure`. Contract section 4, `key_accounts` and `scorecard`.
    """

    parts: Mapping[str, Part] = Field(min_length=1, description="Name → part.")
    grades: Mapping[str, Decimal] = Field(
        {"A": Decimal(70), "B": Decimal(50), "C": Decimal(30), "D": Decimal(0)},
        min_length=2,
        description="Grade → lowest score, best first; the last from 0.",
    )
    least_coverage: Decimal = Field(Decimal(60), ge=0, le=100, description="Per cent; below it never the first grade.")
    digits: int = Field(2, ge=0, le=9, description="Digits of the score as shown.")
    prospect: str | None = Field("prospect", description="Grade of a customer without any order.")
    loss_on: str | None = Field(None, description="A profit; customers below zero there get the grade `loss`.")
    loss: str = Field("loss", description="Grade of customers below zero on that profit.")

    @model_validator(mode="after")
    def _parts_fit(self) -> Scorecard:
        bounds = list(self.grades.values())
        if bounds != sorted(set(bounds), reverse=True) or bounds[-1] != 0 or bounds[0] > 100:
            raise ValueError("the lowest scores of the grades fall from 100 at most to 0")
        silent = [name for name, part in self.parts.items() if part.weight == 0]
        if silent:
            raise ValueError(f"weight 0 says nothing: leave {', '.join(silent)} out")
        return self

    def reads(self) -> tuple[str, ...]:
        softening = (part.softened_by for part in self.parts.values() if part.softened_by)
        measured = (measure.of for part in self.parts.values() for measure in part.of)
        return tuple(dict.fromkeys([*measured, *softening, *([self.loss_on] if self.loss_on else [])]))

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return () if self.available(columns) else self.reads()

    def ranks(self) -> tuple[str, ...]:
        compared = (measure.of for part in self.parts.values() for measure in part.of if measure.compares)
        return tuple(dict.fromkeys(compared))

    def places(self) -> Collection[str]:
        return {place for part in self.parts.values() for measure in part.of for place in measure.places()}

    def weights(self) -> Mapping[str, Any]:
        shares = [(measure.of, part.weight / len(part.of)) for part in self.parts.values() for measure in part.of]
        return {name: sum(weight for of, weight in shares if of == name) for name, _ in shares}

    def labels(self) -> tuple[str | int, ...]:
        extra = (self.loss if self.loss_on else None, self.prospect)
        return (*self.grades, *(label for label in extra if label is not None))

    def reasons(self) -> tuple[str, ...]:
        """The points of each part."""
        return tuple(f"part_{name}" for name in self.parts)

    def available(self, columns: Collection[str]) -> dict[str, Part]:
        """The parts with the measures whose columns are there; a part without any is left out."""
        found = {name: (part, tuple(one for one in part.of if one.of in columns)) for name, part in self.parts.items()}
        return {
            name: part if len(there) == len(part.of) else part.model_copy(update={"of": there})
            for name, (part, there) in found.items()
            if there
        }


def classify(customers: ir.Table, parameters: Scorecard) -> ir.Table:
    """Grades in columns, with `coverage` (a fraction) and the points of each part as `part_…`."""
    parts = parameters.available(customers.columns)
    points = customers.mutate(
        **{_cell(name, at): measure.in_columns(customers) for name, at, measure in _measures(parts)}
    )
    summed = points.mutate(**{f"part_{name}": _part(points, name, part) for name, part in parts.items()})
    scored = summed.mutate(
        score=small_decimal(_score(summed, parts), parameters.digits), _known=_known_units(summed, parts)
    )
    buyer = scored[HAS_ORDERS] if HAS_ORDERS in customers.columns else ibis.literal(True)
    cells = {name: small_decimal(scored[name], 2) if name in scored.columns else None for name in parameters.reasons()}
    cells |= {"score": scored.score, "coverage": small_decimal(quotient(scored._known, _total_units(parts)), 6)}
    typed = {name: _missing(name, parameters) if cell is None else cell for name, cell in cells.items()}
    shown = {name: ibis.ifelse(buyer, cell, _missing(name, parameters)) for name, cell in typed.items()}
    label = ibis.ifelse(buyer, _label(scored, parameters, parts), ibis.literal(parameters.prospect, type="string"))
    graded = scored.mutate(label=label, **shown)
    return graded.drop("_known", *(_cell(name, at) for name, at, _ in _measures(parts)))


def _measures(parts: Mapping[str, Part]) -> list[tuple[str, int, Any]]:
    return [(name, at, measure) for name, part in parts.items() for at, measure in enumerate(part.of)]


def _cell(part: str, at: int) -> str:
    return f"_{part}.{at}"


def _missing(column: str, parameters: Scorecard) -> Any:
    digits = {"score": parameters.digits, "coverage": 6}.get(column, 2)
    return ibis.null(dt.Decimal(38, digits))


def _part(points: ir.Table, name: str, part: Part) -> Any:
    cells = [points[_cell(name, at)].fill_null(float(MISSING)) for at in range(len(part.of))]
    mean = reduce(add, cells) / len(cells)
    if part.softened_by not in points.columns:
        return mean
    bearing = points[part.softened_by].cast("float64").fill_null(float(MISSING)).clip(0.0, 100.0)
    return mean * (1 - float(part.softening) * bearing / 100)


class Weights(NamedTuple):
    """What each part carries of the score, what stands beside them all, and the whole number of each measure."""

    shares: Mapping[str, Fraction]
    offset: Fraction
    units: Mapping[str, int]


@lru_cache(maxsize=64)
def _weights(parts: tuple[tuple[str, Decimal, int], ...]) -> Weights:
    """Name, weight and number of measures of each part, weighed once for all customers."""
    whole = _whole(weight for _, weight, _ in parts)
    shares = {name: Fraction(weight) / whole for name, weight, _ in parts}
    return Weights(shares, 100 * _against(weight for _, weight, _ in parts) / whole, _units(parts))


def _whole(weights: Iterable[Decimal]) -> Fraction:
    return sum((abs(Fraction(weight)) for weight in weights), Fraction(0))


def _against(weights: Iterable[Decimal]) -> Fraction:
    return sum((-Fraction(weight) for weight in weights if weight < 0), Fraction(0))


def _weighed(parts: Mapping[str, Part]) -> Weights:
    return _weights(tuple((name, part.weight, len(part.of)) for name, part in parts.items()))


def _score(summed: ir.Table, parts: Mapping[str, Part]) -> Any:
    weights = _weighed(parts)
    weighed = [float(share) * summed[f"part_{name}"] for name, share in weights.shares.items()]
    return reduce(add, weighed) + float(weights.offset)


def _units(parts: Iterable[tuple[str, Decimal, int]]) -> dict[str, int]:
    """The weight of each measure as a whole number, so that coverage is compared exactly."""
    shares = {
        _cell(name, at): abs(Fraction(weight)) / measures for name, weight, measures in parts for at in range(measures)
    }
    common = lcm(*(share.denominator for share in shares.values()))
    return {cell: int(share * common) for cell, share in shares.items()}


def _total_units(parts: Mapping[str, Part]) -> Any:
    return ibis.literal(sum(_weighed(parts).units.values()))


def _known_units(summed: ir.Table, parts: Mapping[str, Part]) -> Any:
    units = _weighed(parts).units
    return reduce(add, [ibis.ifelse(summed[cell].isnull(), 0, unit) for cell, unit in units.items()])


def _label(scored: ir.Table, parameters: Scorecard, parts: Mapping[str, Part]) -> Any:
    first, second, *_ = parameters.grades
    grade = first_where([(_reaches(scored.score, bound), name) for name, bound in parameters.grades.items()], None)
    least = Fraction(parameters.least_coverage) / 100
    thin = scored._known * least.denominator < _total_units(parts) * least.numerator
    special = [(thin & (grade == first), second)]
    if parameters.loss_on in scored.columns:
        special.insert(0, (scored[parameters.loss_on] < 0, parameters.loss))
    return first_where(special, grade)


def _reaches(score: Any, bound: Decimal) -> Any:
    numerator, denominator = bound.as_integer_ratio()
    return score * denominator >= numerator


def judge(one: Row, others: Population, parameters: Scorecard) -> Verdict:
    """The grade of one customer among the others."""
    if not one.get(HAS_ORDERS, True):
        return Verdict(parameters.prospect, None, dict.fromkeys((*parameters.reasons(), "coverage")))
    parts = parameters.available(one)
    weights = _weighed(parts)
    points = {_cell(name, at): measure.of_one(one, others) for name, at, measure in _measures(parts)}
    means = {name: _one_part(one, points, name, part) for name, part in parts.items()}
    weighed = sum((weights.shares[name] * means[name] for name in parts), weights.offset)
    score = _shown(weighed, parameters.digits)
    known = sum(unit for cell, unit in weights.units.items() if points[cell] is not None)
    coverage = Fraction(known, sum(weights.units.values()))
    reasons = {f"part_{name}": _shown(means[name], 2) if name in means else None for name in parameters.parts}
    reasons["coverage"] = _shown(coverage, 6)
    worth = {m.of: points[_cell(name, at)] for name, at, m in _measures(parts)}
    shown = {metric: None if value is None else _shown(value, 2) for metric, value in worth.items()}
    return Verdict(_one_label(one, score, coverage, parameters), score, reasons, shown)


def _one_part(one: Row, points: Mapping[str, Fraction | None], name: str, part: Part) -> Fraction:
    cells = [points[_cell(name, at)] for at in range(len(part.of))]
    mean = sum((Fraction(MISSING) if cell is None else cell for cell in cells), Fraction(0)) / len(cells)
    if part.softened_by is None or part.softened_by not in one:
        return mean
    bearing = one[part.softened_by]
    held = Fraction(MISSING) if bearing is None else min(max(Fraction(bearing), Fraction(0)), Fraction(100))
    return mean * (1 - Fraction(part.softening) * held / 100)


def _one_label(one: Row, score: Decimal, coverage: Fraction, parameters: Scorecard) -> str:
    profit = one.get(parameters.loss_on) if parameters.loss_on else None
    if profit is not None and profit < 0:
        return parameters.loss
    first, second, *_ = parameters.grades
    grade = next(name for name, bound in parameters.grades.items() if score >= bound)
    return second if grade == first and 100 * coverage < Fraction(parameters.least_coverage) else grade


def _shown(value: Fraction, digits: int) -> Decimal:
    return Decimal(rounded(value.numerator * 10**digits, value.denominator)).scaleb(-digits)


def notes(graded: pa.Table, label: str, parameters: Scorecard) -> tuple[Sentence, ...]:
    """What the summary says of a finished table whose grades stand in the column `label`."""
    left_out = [name for name in parameters.parts if name not in parameters.available(graded.column_names)]
    thin = _thin(graded, label, parameters)
    said: list[Sentence] = []
    if left_out:
        sentence = "Left out, because no metric of theirs is available: {parts}. The other weights are rescaled."
        said.append((sentence, {"parts": ", ".join(left_out)}))
    if thin:
        sentence = (
            "{count} customers are graded on less than {percent} % of the weight and cannot have the first grade."
        )
        said.append((sentence, {"count": thin, "percent": f"{parameters.least_coverage.normalize():f}"}))
    return tuple(said)


def _thin(graded: pa.Table, label: str, parameters: Scorecard) -> int:
    named = (f"{label}_coverage", "coverage")
    column = next((name for name in named if name in graded.column_names), None)
    least = parameters.least_coverage / 100
    return 0 if column is None else pc.sum(pc.less(graded[column], pa.scalar(least))).as_py() or 0


method(Method("scorecard", Scorecard, classify, judge, reasons=("coverage",), speaks_of_prospects=True, notes=notes))
