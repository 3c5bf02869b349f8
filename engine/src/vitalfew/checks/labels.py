"""Every grade has a text that says what it means, and every text has a grade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft, mapping
from vitalfew.checks.issue import Issue, error, suggested, warning
from vitalfew.languages import say


def labels_have_texts(draft: Draft, today: date) -> Iterator[Issue]:
    """An error for a text nobody can get, a warning for a grade that means nothing to its reader."""
    written = draft.section("labels")
    for name, texts in written.items():
        parameters = draft.classifiers.get(name)
        if parameters is not None:
            yield from _without_label(name, mapping(texts), [str(label) for label in parameters.labels()])
        elif name not in draft.broken:
            unknown = say("there is no classifier {name}.", name=name)
            yield error(dotted("labels", name), f"{unknown} {suggested(str(name), draft.classifiers)}".strip())
    grade = draft.grade
    if grade is not None and grade in draft.classifiers:
        texts = mapping(written.get(grade))
        lacking = [str(label) for label in draft.classifiers[grade].labels() if str(label) not in map(str, texts)]
        if lacking:
            said = say("no text says what these grades mean: {labels}.", labels=", ".join(lacking))
            yield warning(dotted("labels", grade), said)


def _without_label(name: object, texts: object, labels: list[str]) -> Iterator[Issue]:
    for label in mapping(texts):
        if str(label) not in labels:
            unknown = say("the classifier {name} never gives the label {label}.", name=name, label=label)
            yield error(dotted("labels", name, label), f"{unknown} {suggested(str(label), labels)}".strip())
