"""Names become columns, so they must differ from each other and from those the engine writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, error
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import say
from vitalfew.scheme import method_of

RESERVED = ("customer_id", "grade", "score", "label", "as_of", HAS_ORDERS)
"""Columns that every run writes."""


def names_differ(draft: Draft, today: date) -> Iterator[Issue]:
    """An error for a name that is taken; databases tell no capital from a small letter."""
    taken = {name.casefold(): name for name in RESERVED}
    for section in ("metrics", "classifiers"):
        for name in filter(lambda name: isinstance(name, str), draft.section(section)):
            place = dotted(section, name)
            if name.startswith(("_", "previous_")) or "." in name:
                yield error(place, say("a name has no dot and begins neither with _ nor with previous_."))
            elif name.casefold() in taken:
                other = taken[name.casefold()]
                yield error(place, say("this name is taken by {other}; choose another one.", other=other))
            taken[name.casefold()] = name
    yield from _reasons(draft, taken)


def _reasons(draft: Draft, taken: dict[str, str]) -> Iterator[Issue]:
    """The columns in which a classifier gives its reasons must not fall on a name either."""
    for name, parameters in draft.classifiers.items():
        for reason in method_of(parameters).reasons:
            column = reason if name == draft.grade else f"{name}_{reason}"
            if column.casefold() in taken:
                said = say("it writes a column {column}, which is also a name in this scheme.", column=column)
                yield error(dotted("classifiers", name), said)
