"""A metric is there to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, warning
from vitalfew.languages import say


def metrics_are_used(draft: Draft, today: date) -> Iterator[Issue]:
    """A warning for a metric that no classifier reads. Not judged while a classifier cannot be read itself."""
    if draft.broken & set(map(str, draft.section("classifiers"))):
        return
    read = {column for parameters in draft.classifiers.values() for column in parameters.reads()}
    for name in draft.metrics:
        if name not in read:
            yield warning(dotted("metrics", name), say("no classifier reads this metric."))
