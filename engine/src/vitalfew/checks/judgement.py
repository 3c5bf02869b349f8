"""How much of a score is somebody's judgement and not a fact (M160: base classes on facts about customers)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, warning
from vitalfew.languages import say

LARGEST_SHARE = Fraction(1, 2)
"""Share of the weight that may rest on judgement without a warning."""


def judgement_is_small(draft: Draft, today: date) -> Iterator[Issue]:
    """A warning for each weighing classifier of whose weight more than half rests on judged metrics."""
    for name, parameters in draft.classifiers.items():
        weights = {column: Fraction(weight) for column, weight in parameters.weights().items() if weight > 0}
        if not weights:
            continue
        share = sum(w * judged_share(draft, column) for column, w in weights.items()) / sum(weights.values())
        if share > LARGEST_SHARE:
            said = say(
                "{share} % of the weight rests on judgement, more than {most} %; put facts beside it.",
                share=round(100 * share),
                most=round(100 * LARGEST_SHARE),
            )
            yield warning(dotted("classifiers", name), said)


def judged_share(draft: Draft, column: str, above: frozenset[str] = frozenset()) -> Fraction:
    """How much of a column is judgement: 0 or 1 for a metric, the mean of what it reads for a classifier."""
    if column in draft.metrics:
        return Fraction(draft.metrics[column].judged)
    parameters = draft.classifiers.get(column.removesuffix(".score"))
    if parameters is None or column in above:
        return Fraction(0)
    weights = {name: Fraction(weight) for name, weight in parameters.weights().items() if weight > 0}
    weights = weights or dict.fromkeys(parameters.reads(), Fraction(1))
    if not weights:
        return Fraction(0)
    below = {name: judged_share(draft, name, above | {column}) for name in weights}
    return sum((weights[name] * below[name] for name in weights), Fraction(0)) / sum(weights.values())
