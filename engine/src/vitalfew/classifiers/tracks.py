"""Tracks: ways from several classifiers to one grade, with gates and caps. Not a method: combine reads them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce
from operator import add, ge
from typing import Annotated, Any, Literal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
from pydantic import Field, field_serializer, model_validator

from vitalfew.classifiers.conditions import Clause, columns_of, held_against
from vitalfew.expressions import first_where
from vitalfew.registry import Parameters, Row

POINTS = dt.Decimal(18, 6)
"""Points and their sums: exact, six digits behind the point."""

Points = Annotated[Decimal, Field(max_digits=12, decimal_places=6)]


class Part(Parameters):
    """An earlier classifier and what each of its labels is worth: points, or one of the final grades."""

    of: str = Field(description="The earlier classifier.")
    points: Mapping[str, Points] = Field(default_factory=dict, description="Points per label, for `points`.")
    grades: Mapping[str, str] = Field(
        default_factory=dict, description="Final grade per label, for `worst` and `best`; not needed where alike."
    )

    @field_serializer("points", when_used="json")
    def _as_numbers(self, points: Mapping[str, Decimal]) -> dict[str, float]:
        return {label: float(value) for label, value in points.items()}

    def in_columns(self, customers: ir.Table, worth: Mapping[str, Any], unknown: Any) -> Any:
        """What each customer's label is worth."""
        if self.of not in customers.columns:
            return unknown
        label = customers[self.of].cast("string")
        return first_where([(label == name, value) for name, value in worth.items()], unknown)

    def of_one(self, one: Row, worth: Mapping[str, Any], unknown: Any) -> Any:
        """What one customer's label is worth."""
        label = one.get(self.of)
        return unknown if label is None else worth.get(str(label), unknown)


class Line(Clause):
    """A line of a table: conditions and the grade of those for whom all of them hold."""

    grade: str = Field(description="The grade it gives.")


class Gate(Clause):
    """The grade and every better one are only for those for whom the conditions hold; others get the next lower."""

    grade: str = Field(description="The grade behind the gate; not the lowest.")


class Cap(Clause):
    """Those for whom the conditions hold never get a better grade than this one."""

    at_most: str = Field(description="The best grade they can get.")


class Track(Clause):
    """One way to a grade, for those whom its conditions admit, with grades of its own.

    - `points`: sum of the points of the parts; the first grade whose cut the sum reaches. A part without a
      label, or with one that has no points, leaves the customer without a grade, unless `unknown` says
      how many points it counts.
    - `worst`, `best`: the lowest or highest of the parts' grades; a part without a label says nothing.
    - `table`: the grade of the first line that holds.

    Then the gates, from the best grade down, then the caps.
    """

    name: str = Field(description="Name of the track.")
    grades: tuple[str, ...] = Field(min_length=1, description="Its grades, best first; no other track has one of them.")
    by: Literal["table", "points", "worst", "best"] = Field(description="How the grade is found.")
    parts: tuple[Part, ...] = Field((), description="The earlier classifiers, for points, worst and best.")
    cuts: tuple[Decimal, ...] = Field((), description="Points needed for each grade but the lowest, falling.")
    unknown: Points | None = Field(None, description="Points of a part without a label.")
    table: tuple[Line, ...] = Field((), description="The lines, for table; the first that holds counts.")
    gates: tuple[Gate, ...] = Field((), description="What must hold for a grade.")
    caps: tuple[Cap, ...] = Field((), description="Never above a grade if something holds.")

    @model_validator(mode="after")
    def _means_fit_the_way(self) -> Track:
        if (self.by == "table") != bool(self.table) or (self.by == "table") == bool(self.parts):
            raise ValueError("a table has lines, the other ways have parts")
        falling = list(self.cuts) == sorted(set(self.cuts), reverse=True)
        if self.by == "points" and not (falling and len(self.cuts) == len(self.grades) - 1):
            raise ValueError(f"{len(self.grades)} grades need {len(self.grades) - 1} falling cuts")
        return self

    @model_validator(mode="after")
    def _grades_are_known(self) -> Track:
        named = {line.grade for line in self.table} | {gate.grade for gate in self.gates}
        named |= {cap.at_most for cap in self.caps} | {grade for part in self.parts for grade in part.grades.values()}
        if unknown := sorted(named - set(self.grades)):
            raise ValueError(f"{', '.join(unknown)}: not among the grades of the track")
        if any(gate.grade == self.grades[-1] for gate in self.gates):
            raise ValueError("behind a gate before the lowest grade there is nowhere to go")
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        parts = tuple(part.of for part in self.parts)
        return tuple(dict.fromkeys((*columns_of((self,)), *parts, *columns_of((*self.table, *self.gates, *self.caps)))))

    def _places(self, part: Part) -> dict[str, int]:
        """Label of a part → place of its grade, 0 the best."""
        grades = part.grades or {grade: grade for grade in self.grades}
        return {label: self.grades.index(grade) for label, grade in grades.items()}

    def _limits(self) -> list[tuple[Gate | Cap, int]]:
        """Gates from the best grade down, then caps; each with the place of its grade."""
        gates = sorted(((gate, self.grades.index(gate.grade)) for gate in self.gates), key=lambda pair: pair[1])
        return [*gates, *((cap, self.grades.index(cap.at_most)) for cap in self.caps)]

    def points_in_columns(self, customers: ir.Table) -> Any:
        """Sum of the points; missing unless they are what decides."""
        if self.by != "points":
            return ibis.null(POINTS)
        unknown = ibis.null(POINTS) if self.unknown is None else ibis.literal(self.unknown, type=POINTS)
        worths = [
            {label: ibis.literal(value, type=POINTS) for label, value in part.points.items()} for part in self.parts
        ]
        return reduce(
            add,
            [part.in_columns(customers, worth, unknown) for part, worth in zip(self.parts, worths, strict=True)],
        ).cast(POINTS)

    def place_in_columns(self, customers: ir.Table, points: Any) -> Any:
        """Place of the grade before gates and caps, 0 the best."""
        nowhere = ibis.null("int64")
        if self.by == "table":
            held = [(line.in_columns(customers), self.grades.index(line.grade)) for line in self.table]
            return first_where(held, nowhere)
        if self.by == "points":
            reached = [(ge(*held_against(points, cut)), place) for place, cut in enumerate(self.cuts)]
            return first_where([(points.isnull(), nowhere), *reached], len(self.grades) - 1)
        silent = -1 if self.by == "worst" else len(self.grades)
        places = [part.in_columns(customers, self._places(part), ibis.literal(silent)) for part in self.parts]
        chosen = ibis.greatest(*places) if self.by == "worst" else ibis.least(*places)
        return chosen.nullif(silent)

    def limited_in_columns(self, customers: ir.Table, column: str) -> ir.Table:
        """The customers with the place in a column moved by gates and caps."""
        for limit, at in self._limits():
            place, holds = customers[column], limit.in_columns(customers)
            if isinstance(limit, Gate):
                moved = ibis.ifelse((place <= at) & ~holds, at + 1, place)
            else:
                moved = ibis.ifelse((place < at) & holds, at, place)
            customers = customers.mutate(**{column: moved.cast("int64")})
        return customers

    def points_of_one(self, one: Row) -> Decimal | None:
        """The same sum for one customer."""
        if self.by != "points":
            return None
        worths = [part.of_one(one, part.points, self.unknown) for part in self.parts]
        return None if None in worths else sum(worths, Decimal(0))

    def place_of_one(self, one: Row, points: Decimal | None) -> int | None:
        """The same place for one customer."""
        if self.by == "table":
            return next((self.grades.index(line.grade) for line in self.table if line.of_one(one)), None)
        if self.by == "points":
            reached = (place for place, cut in enumerate(self.cuts) if points is not None and points >= cut)
            return None if points is None else next(reached, len(self.grades) - 1)
        places = [place for part in self.parts if (place := part.of_one(one, self._places(part), None)) is not None]
        return (max if self.by == "worst" else min)(places, default=None)

    def limited_of_one(self, one: Row, place: int | None) -> int | None:
        """The place after gates and caps."""
        for limit, at in self._limits():
            if place is None:
                return None
            if isinstance(limit, Gate):
                place = at + 1 if place <= at and not limit.of_one(one) else place
            else:
                place = max(place, at) if limit.of_one(one) else place
        return place
