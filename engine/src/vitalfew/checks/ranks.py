"""Only numbers of all customers can be ranked and shared out: metrics, and such as are numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, error
from vitalfew.languages import say


def ranks_are_numbers(draft: Draft, today: date) -> Iterator[Issue]:
    """An error where customers are compared by another classifier's score, or by a word, a day or a flag."""
    for name, parameters in draft.classifiers.items():
        for column in parameters.ranks():
            metric = draft.metrics.get(column)
            place = dotted("classifiers", name)
            if column.removesuffix(".score") in draft.classifiers:
                said = say("customers are compared by metrics only, and {column} is a classifier.", column=column)
                yield error(place, said)
            elif metric is not None and not metric.unit.numeric:
                yield error(place, say("customers are compared by numbers, and {column} is none.", column=column))
