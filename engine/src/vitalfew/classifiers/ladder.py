"""A ladder of levels: relationship up to partner, loyalty up to loyal. Nobody stands on a rung above one that broke."""

from __future__ import annotations

from collections.abc import Collection

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.conditions import Clause, columns_of, none_of
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Level(Clause):
    """One rung: its name and what must hold to stand on it."""

    name: str = Field(description="Name of the level.")


class Ladder(MethodParameters):
    """The highest level whose conditions, and those of all lower levels, hold; the score is its number from below.

    A missing value fails a condition, unless the condition asks for `missing`. A customer who does not
    reach the lowest level has the label `ground` and the score 0. Ties do not occur: nobody is ranked.
    Relationship levels up to partner (M50), loyalty levels up to loyal (M51); contract section 4.
    """

    levels: tuple[Level, ...] = Field(min_length=1, description="The rungs, lowest first.")
    ground: str | None = Field(None, description="Label below the lowest level; none if left out.")

    @model_validator(mode="after")
    def _names_differ(self) -> Ladder:
        names = [level.name for level in self.levels]
        if len({*names, self.ground}) != len(names) + 1:
            raise ValueError("each level needs a name of its own")
        return self

    def reads(self) -> tuple[str, ...]:
        return columns_of(self.levels)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return none_of(self.reads(), columns)

    def labels(self) -> tuple[str | int, ...]:
        names = [level.name for level in reversed(self.levels)]
        return (*names, self.ground) if self.ground is not None else tuple(names)


def classify(customers: ir.Table, parameters: Ladder) -> ir.Table:
    """Levels in columns."""
    broken, number = ibis.literal(False), ibis.literal(0)
    for level in parameters.levels:
        broken = broken | ~level.in_columns(customers)
        number = number + ibis.ifelse(broken, 0, 1)
    climbed = customers.mutate(_number=number.cast("int64"))
    named = [(climbed._number == index, level.name) for index, level in enumerate(parameters.levels, 1)]
    ground = ibis.null("string") if parameters.ground is None else parameters.ground
    return climbed.mutate(label=first_where(named, ground), score=climbed._number).drop("_number")


def judge(one: Row, others: Population, parameters: Ladder) -> Verdict:
    """The level of one customer."""
    number = 0
    for level in parameters.levels:
        if not level.of_one(one):
            break
        number += 1
    return Verdict(parameters.levels[number - 1].name if number else parameters.ground, number)


method(Method("ladder", Ladder, classify, judge, speaks_of_prospects=True))
