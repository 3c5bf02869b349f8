"""The grade is that of a classifier of the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, error, suggested
from vitalfew.languages import say


def grade_is_given(draft: Draft, today: date) -> Iterator[Issue]:
    """An error where the grade names no classifier. A scheme of classes side by side has the grade null."""
    name = draft.grade
    if name is not None and name not in draft.classifiers and name not in draft.broken:
        unknown = say("the grade names no classifier of this scheme: {name}.", name=name)
        yield error("grade", f"{unknown} {suggested(name, draft.classifiers)}".strip())
    if not draft.classifiers and not draft.broken and "classifiers" in draft.content:
        yield error("classifiers", say("a scheme without a classifier grades nobody."))
