"""Who has another grade by a run, and why, as rows of the database."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyarrow.compute as pc

from vitalfew.compare import Mover, overview
from vitalfew.errors import Refusal
from vitalfew.languages import LANGUAGES, speaking
from vitalfew_web.grading.gateways.running import Worked


@dataclass(frozen=True)
class Moved:
    """A customer with another grade, with sentences by language."""

    customer: str
    was: str
    now: str
    score_was: Decimal | None
    score_now: Decimal | None
    reasons: dict[str, list[str]]


MOST_REASONS = 3
EXPLAINED = 2_000
"""Movers of a large run that are looked into, those that bring most first; the others are told without a cause."""


def moves_of(what: Worked) -> list[Moved]:
    """Everybody whose grade differs from before; why, where that is known."""
    if what.comparison is not None:
        return [_moved(one) for one in what.comparison.movers]
    told = {one.customer_id: _moved(one) for one in _first(what)}
    return [*told.values(), *(move for move in _bare(what) if move.customer not in told)]


def _moved(one: Mover) -> Moved:
    scores = _number(one.score_was), _number(one.score_now)
    return Moved(one.customer_id, one.was or "", one.now or "", *scores, _said(one))


def _first(what: Worked) -> tuple[Mover, ...]:
    """The first movers of a run with many of them."""
    before = what.portrait.past.result
    try:
        return () if before is None else overview(before, what.result).page(0, EXPLAINED)
    except Refusal:
        return ()


def _bare(what: Worked) -> list[Moved]:
    """Movers as the columns have them, those who are new or gone left out."""
    people = what.portrait.people
    if "was" not in people.column_names:
        return []
    other = people.filter(pc.not_equal(people["grade"], people["was"]).fill_null(False))
    rows = other.select(["customer_id", "was", "grade", "score_was", "score"]).to_pylist()
    return [Moved(row["customer_id"], row["was"], row["grade"], row["score_was"], row["score"], {}) for row in rows]


def _number(score: Any) -> Decimal | None:
    return None if score is None else Decimal(score)


def _said(mover: Any) -> dict[str, list[str]]:
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = list(mover.reasons()[:MOST_REASONS])
    return found
