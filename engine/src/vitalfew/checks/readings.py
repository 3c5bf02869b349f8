"""A classifier looks at metrics and at classifiers that stand before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, error, suggested
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import say
from vitalfew.scheme import method_of


def readings_are_known(draft: Draft, today: date) -> Iterator[Issue]:
    """An error where something read is not in the scheme, or comes only after its reader."""
    known = {HAS_ORDERS, "as_of", *draft.metrics, *(n for n in draft.broken for n in (n, f"{n}.score"))}
    later = set(draft.classifiers)
    for name, parameters in draft.classifiers.items():
        place = dotted("classifiers", name)
        for column in parameters.reads():
            if column in known or column.startswith("previous_"):
                continue
            if column.removesuffix(".score") in later:
                yield error(place, say("it reads {column}, which must stand before it.", column=column))
            else:
                unknown = say("it reads {column}, which is not in this scheme.", column=column)
                yield error(place, f"{unknown} {suggested(column, known)}".strip())
        later.discard(name)
        reasons = method_of(parameters).reasons
        known |= {name, f"{name}.score", *(r if name == draft.grade else f"{name}_{r}" for r in reasons)}
