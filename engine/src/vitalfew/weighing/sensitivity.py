"""Facts → how many grades change when a weight of a scorecard moves (B7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.compile import missing
from vitalfew.errors import Refusal, WrongUse
from vitalfew.expressions import HAS_ORDERS
from vitalfew.foreseeing import with_foreseen
from vitalfew.insight.insight import Insight
from vitalfew.languages import say
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of, judged, metrics_of, no_facts, refuse_ungradable, said
from vitalfew.scheme import Scheme
from vitalfew.weighing.counting import changes, places, score_moves
from vitalfew.weighing.remarks import of_grades, of_scores
from vitalfew.weighing.shifts import Shift, shifts

STEP = Decimal("0.2")
"""Part of itself by which a weight moves: a fifth."""

SCHEMA = pa.schema(
    {
        "classifier": pa.string(),
        "part": pa.string(),
        "weight": pa.decimal128(38, 6),
        "direction": pa.string(),
        "becomes": pa.decimal128(38, 6),
        "changed": pa.int64(),
        "better": pa.int64(),
        "worse": pa.int64(),
        "into_best": pa.int64(),
        "out_of_best": pa.int64(),
        "score_moves": pa.float64(),
    }
)


@dataclass(frozen=True, kw_only=True)
class Sensitivity(Insight):
    """How many grades hang on each weight.

    `rows` has two for each weight, a step more and a step less: `classifier, part, weight, direction, becomes` and how many
    customers would have another grade (`changed`), a `better` or `worse` one, come `into_best` or `out_of_best`, the best
    grade that anybody has; `score_moves` is how far 95 of 100 scores move at most, missing where there is none. `steady`
    customers keep their grade whichever of these weights moves.
    """

    step: Decimal
    best: str
    in_best: int
    steady: int

    def as_object(self) -> dict[str, Any]:
        """The figures."""
        return {
            **super().as_object(),
            "step": self.step,
            "steady": self.steady,
            "best": {"grade": self.best, "customers": self.in_best},
            "weights": self.rows.to_pylist(),
        }


def sensitivity(sources: Sources, request: Request, options: Options, step: Decimal = STEP) -> Sensitivity:
    """How many grades change when one weight of the scheme's scorecards is a step larger or smaller, all others as they are.

    Refused: a step that is no part of a weight, a scheme without a grade or without a scorecard of two parts.
    """
    if not 0 < step < 1:
        raise WrongUse(say("a step lies between 0 and 100 %."), where="--step", remedy=say("Write 20%."))
    if request.scheme.grade is None:
        raise _weighs_nothing(request.scheme)
    return with_facts(sources, options, lambda gathered: _of_gathered(gathered, request, options, step))


def _weighs_nothing(scheme: Scheme) -> Refusal:
    return Refusal(
        say("scheme {scheme} weighs nothing in these facts.", scheme=scheme.scheme),
        remedy=say("Take a scheme with a scorecard of two parts or more, such as key_accounts."),
    )


def _of_gathered(gathered: Gathered, request: Request, options: Options, step: Decimal) -> Sensitivity:
    database, scheme = gathered.database, request.scheme
    facts, ahead = with_foreseen(database, facts_of(gathered, request, options), scheme.metrics)
    numbers = metrics_of(database, facts, scheme)
    if not numbers.num_rows:
        raise no_facts(facts.at, say("Give a later day with --as-of."))
    refuse_ungradable(scheme, numbers.column_names, lambda name: missing(scheme.metrics[name], facts))

    def graded(by: Scheme) -> pa.Table:
        rows, _ = judged(database, numbers, replace(request, scheme=by), facts.at)
        return rows.filter(rows[HAS_ORDERS]) if HAS_ORDERS in rows.column_names else rows

    held = _held(graded, scheme, list(shifts(scheme, numbers.column_names, step)))
    notes = (
        *said(gathered),
        *gathered.looked_at(numbers["customer_id"]),
        *ahead.notes,
        *of_grades(held.rows, step, held.customers, held.steady),
        *of_scores(held.rows),
    )
    return Sensitivity(
        rows=held.rows,
        as_of=facts.at,
        customers=held.customers,
        never=numbers.num_rows - held.customers,
        step=step,
        best=held.best,
        in_best=held.in_best,
        steady=held.steady,
        notes=notes,
        reports=gathered.reports,
        rejects=gathered.rejects,
    )


@dataclass(frozen=True)
class _Held:
    """What came of all shifts."""

    rows: pa.Table
    customers: int
    best: str
    in_best: int
    steady: int


def _held(graded: Callable[[Scheme], pa.Table], scheme: Scheme, moves: Sequence[Shift]) -> _Held:
    """Every shift graded and held against the scheme as it is."""
    if not moves:
        raise _weighs_nothing(scheme)
    rows = graded(scheme)
    now = places(rows, scheme)
    best, steady, told = int(now[now >= 0].min()), np.ones(len(now), np.bool_), []
    for move in moves:
        moved = graded(move.scheme)
        then = places(moved, scheme)
        steady &= now == then
        told.append({**_cells(move), **changes(now, then, best), "score_moves": score_moves(rows, moved)})
    table = pa.Table.from_pylist(told, SCHEMA)
    return _Held(table, len(now), str(scheme.grade_labels()[best]), int((now == best).sum()), int(steady.sum()))


def _cells(move: Shift) -> dict[str, str | Decimal]:
    return {name: getattr(move, name) for name in ("classifier", "part", "weight", "direction", "becomes")}
