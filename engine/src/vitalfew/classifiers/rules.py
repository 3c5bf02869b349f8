"""Ordered rules: the first whose conditions hold gives the label."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field

from vitalfew.classifiers.conditions import Clause, columns_of, none_of, score_of_one, scored_by
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Verdict, method


class Rule(Clause):
    """Conditions and the label of those for whom all of them hold."""

    label: str = Field(description="The label it gives.")


class Rules(MethodParameters):
    """The label of the first rule that holds; a rule without conditions holds for all it is asked of.

    A missing value fails a condition, unless the condition asks for `missing`; where no rule holds, the
    label is `otherwise`. Rules do not rank, so there is no score of their own: `score` may name a metric
    or an earlier classifier whose score is shown beside the label. Ties do not occur.
    """

    rules: tuple[Rule, ...] = Field(min_length=1, description="In order; the first that holds counts.")
    otherwise: str | None = Field(None, description="Label where no rule holds; none if left out.")
    order: tuple[str, ...] = Field((), description="The labels best first, where that is not the order of the rules.")
    score: str | None = Field(None, description="A metric or an earlier classifier that gives the score.")

    def reads(self) -> tuple[str, ...]:
        wanted = (*columns_of(self.rules), *([self.score] if self.score else []))
        return tuple(dict.fromkeys(wanted))

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        return none_of(columns_of(self.rules), columns)

    def labels(self) -> tuple[str | int, ...]:
        given = [rule.label for rule in self.rules]
        return tuple(dict.fromkeys((*self.order, *given, *([self.otherwise] if self.otherwise is not None else []))))


def classify(customers: ir.Table, parameters: Rules) -> ir.Table:
    """Labels in columns."""
    held = [(rule.in_columns(customers), rule.label) for rule in parameters.rules]
    otherwise: Any = ibis.null("string") if parameters.otherwise is None else parameters.otherwise
    score = scored_by(customers, parameters.score)
    return customers.mutate(label=first_where(held, otherwise), score=score)


def judge(one: Row, others: Population, parameters: Rules) -> Verdict:
    """The label of one customer."""
    held = next((rule.label for rule in parameters.rules if rule.of_one(one)), parameters.otherwise)
    return Verdict(held, score_of_one(one, parameters.score))


method(Method("rules", Rules, classify, judge, speaks_of_prospects=True))
