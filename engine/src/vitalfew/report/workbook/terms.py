"""What the columns and words of the workbook mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vitalfew.languages import pick, say
from vitalfew.languages.metric_terms import label_of, meaning_of
from vitalfew.run import Result
from vitalfew.scheme import Meaning


class Term(NamedTuple):
    """A word as it stands in the workbook, what it is called, what it means."""

    word: str
    name: str
    meaning: str


def terms(result: Result, told: Iterable[tuple[str, str]]) -> tuple[Term, ...]:
    """What is told of scheme and figures, then the labels of every classifier, then the columns of the list."""
    heads = [Term(name, "", meaning) for name, meaning in told]
    return (*heads, *_labels(result), *_first_columns(), *_metrics(result))


def _labels(result: Result) -> list[Term]:
    columns = set(result.rows.column_names)
    return [
        _label(label, meaning)
        for classifier, meanings in result.scheme.labels.items()
        if classifier in columns
        for label, meaning in meanings.items()
    ]


def _label(label: str, meaning: Meaning) -> Term:
    return Term(label, pick(meaning.title), pick(meaning.playbook))


def _first_columns() -> list[Term]:
    return [
        Term("customer_id", say("Customer"), say("The customer as the facts name it; text, leading zeros kept.")),
        Term("grade", say("Grade"), say("What the scheme says of the customer; empty where it says nothing.")),
        Term("score", say("Score"), say("The points behind the grade; empty where the scheme gives none.")),
    ]


def _metrics(result: Result) -> list[Term]:
    """Metrics under the names that their columns have."""
    known = {name: result.scheme.metrics[name].name for name in result.scheme.metrics}
    return [
        Term(column, label_of(known[column]), meaning_of(known[column]))
        for column in result.rows.column_names
        if column in known
    ]
