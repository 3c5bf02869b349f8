"""The stability guard: a grade moves only where the move is clear, was asked for twice and comes after a minimum stay."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from operator import ge
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from pydantic import Field, model_validator

from vitalfew.classifiers.conditions import held_against, score_of_one, scored_by
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Row, Sentence, Verdict, method

PREVIOUS, SINCE, CANDIDATE, AS_OF = "previous_grade", "previous_since", "previous_candidate", "as_of"
"""Columns of the customers that tell of the previous run, and the day of this one."""

NOTHING = Decimal(0)


class Stability(MethodParameters):
    """Keeps the previous grade unless the new one, the candidate, gets past three guards, in this order (B7).

    1. Margin: a rise counts as far as it would stand with the score lowered by `margin`, a fall as far as
       it would with the score raised by it. Where the score is missing, or something other than the score
       decided (a gate, a cap), there is no margin.
    2. Stay: with fewer than `stay_days` whole days since the previous grade was given, nothing moves.
    3. Confirmation: a move goes no further than the candidate of the previous run asked for already.

    Without a previous grade, or with one that is not in the list, nothing is held back; a candidate that is
    missing or not in the list counts at once. A missing `previous_since` passes the second guard, a missing
    `previous_candidate` does not pass the third. The score is that of the guarded classifier. Reasons:
    `candidate`; `held`: the first guard that held something back (margin, stay, confirmation); `grade_since`: the day
    from which the grade holds. Hysteresis as in control engineering (Schmitt 1938). Ties do not occur: nobody is ranked.
    """

    of: str = Field(description="The earlier classifier that is guarded.")
    grades: tuple[str, ...] = Field(min_length=2, description="Its grades, best first.")
    boundaries: tuple[Decimal, ...] = Field((), description="Score needed for each grade but the lowest, falling.")
    margin: Decimal = Field(Decimal(0), ge=0, description="Points by which a boundary must be passed.")
    stay_days: int = Field(0, ge=0, description="Days a grade stays at least.")
    confirm: bool = Field(True, description="Whether two runs running must ask for a move.")

    @model_validator(mode="after")
    def _boundaries_fit(self) -> Stability:
        falling = list(self.boundaries) == sorted(set(self.boundaries), reverse=True)
        if self.boundaries and not (falling and len(self.boundaries) == len(self.grades) - 1):
            raise ValueError(f"{len(self.grades)} grades have {len(self.grades) - 1} falling boundaries")
        if self.margin and not self.boundaries:
            raise ValueError("a margin needs boundaries")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.of,)

    def lacks(self, columns: Collection[str]) -> tuple[str, ...]:
        told = PREVIOUS in columns
        wanted = [
            self.of,
            *([SINCE, AS_OF] if told and self.stay_days else []),
            *([CANDIDATE] if told and self.confirm else []),
        ]
        return tuple(name for name in wanted if name not in columns)

    def labels(self) -> tuple[str | int, ...]:
        return self.grades

    def place_of(self, grade: object) -> int | None:
        """Place of a grade, 0 the best."""
        return self.grades.index(grade) if isinstance(grade, str) and grade in self.grades else None

    def place_at(self, score: Any) -> int:
        """Place of the grade that a score alone would give."""
        return next((place for place, cut in enumerate(self.boundaries) if score >= cut), len(self.boundaries))


def classify(customers: ir.Table, parameters: Stability) -> ir.Table:
    """Guarded grades in columns."""
    kept = customers.mutate(label=customers[parameters.of], score=scored_by(customers, parameters.of))
    if PREVIOUS not in kept.columns:
        return kept.mutate(candidate=kept.label, held=ibis.null("string"), grade_since=_today(kept))
    asked = kept.mutate(_was=_place_of(kept[PREVIOUS], parameters), _asked=_place_of(kept.label, parameters))
    clear = asked.mutate(_clear=_clear(asked, parameters))
    stayed = clear.mutate(_stayed=ibis.ifelse(_early(clear, parameters), clear._was, clear._clear))
    return _told(stayed.mutate(_sure=_sure(stayed, parameters)), parameters)


def _clear(asked: ir.Table, parameters: Stability) -> Any:
    """The place after the margin."""
    if not parameters.margin:
        return asked._asked
    risen = _place_at(asked.score, parameters, parameters.margin)
    fallen = _place_at(asked.score, parameters, -parameters.margin)
    shifted = _toward(asked._was, asked._asked, ibis.ifelse(asked._asked < asked._was, risen, fallen))
    by_score = (_place_at(asked.score, parameters) == asked._asked).fill_null(False)
    return ibis.ifelse(by_score & asked._was.notnull(), shifted, asked._asked)


def _early(clear: ir.Table, parameters: Stability) -> Any:
    """Whether the previous grade has not stayed long enough."""
    if not parameters.stay_days:
        return ibis.literal(False)
    return (clear[AS_OF].delta(clear[SINCE], unit="day") < parameters.stay_days).fill_null(False)


def _sure(stayed: ir.Table, parameters: Stability) -> Any:
    """The place after the confirmation."""
    if not parameters.confirm:
        return stayed._stayed
    before = _place_of(stayed[CANDIDATE], parameters).fill_null(stayed._was)
    return _toward(stayed._was, stayed._stayed, before)


def _told(sure: ir.Table, parameters: Stability) -> ir.Table:
    """Label and reasons from the places."""
    guarded = sure._was.notnull() & sure._asked.notnull()
    named = first_where(
        [(sure._sure == place, grade) for place, grade in enumerate(parameters.grades)], ibis.null("string")
    )
    steps = [
        ("margin", sure._clear != sure._asked),
        ("stay", sure._stayed != sure._clear),
        ("confirmation", sure._sure != sure._stayed),
    ]
    told = sure.mutate(
        label=ibis.ifelse(guarded, named, sure.label),
        candidate=sure.label,
        held=first_where([(guarded & held, name) for name, held in steps], ibis.null("string")),
    )
    same = (told.label == told[PREVIOUS]).fill_null(False)
    before = told[SINCE] if SINCE in told.columns else ibis.null("date")
    return told.mutate(grade_since=ibis.ifelse(same, before, _today(told))).drop(
        "_was", "_asked", "_clear", "_stayed", "_sure"
    )


def _today(customers: ir.Table) -> Any:
    return customers[AS_OF] if AS_OF in customers.columns else ibis.null("date")


def _place_of(label: Any, parameters: Stability) -> Any:
    places = [(label == grade, place) for place, grade in enumerate(parameters.grades)]
    return first_where(places, ibis.null("int64")).cast("int64")


def _place_at(score: Any, parameters: Stability, margin: Decimal = NOTHING) -> Any:
    """Place that a score alone would give; a score lowered by a margin is one held against higher boundaries."""
    reached = [(ge(*held_against(score, cut + margin)), place) for place, cut in enumerate(parameters.boundaries)]
    return first_where([(score.isnull(), ibis.null("int64")), *reached], len(parameters.boundaries)).cast("int64")


def _toward(was: Any, asked: Any, limit: Any) -> Any:
    """The step from one place to another, gone no further than the limit: the middle one of the three."""
    return ibis.least(ibis.greatest(limit, ibis.least(was, asked)), ibis.greatest(was, asked))


def judge(one: Row, others: Population, parameters: Stability) -> Verdict:
    """The guarded grade of one customer."""
    candidate, score = one[parameters.of], score_of_one(one, parameters.of)
    was, asked = parameters.place_of(one.get(PREVIOUS)), parameters.place_of(candidate)
    label, held = candidate, None
    if was is not None and asked is not None:
        place, held = _guarded(one, was, asked, score, parameters)
        label = parameters.grades[place]
    since = one.get(SINCE) if label == one.get(PREVIOUS) and label is not None else one.get(AS_OF)
    return Verdict(label, score, {"candidate": candidate, "held": held, "grade_since": since})


def _guarded(one: Row, was: int, asked: int, score: Any, parameters: Stability) -> tuple[int, str | None]:
    """Where the step ends, and the first guard that held it back."""
    clear = stayed = sure = asked
    if parameters.margin and score is not None and parameters.place_at(score) == asked:
        moved = score - parameters.margin if asked < was else score + parameters.margin
        clear = stayed = sure = _middle(was, asked, parameters.place_at(moved))
    since: date | None = one.get(SINCE)
    if parameters.stay_days and since is not None and (one[AS_OF] - since).days < parameters.stay_days:
        stayed = sure = was
    if parameters.confirm:
        before = parameters.place_of(one.get(CANDIDATE))
        sure = _middle(was, stayed, was if before is None else before)
    steps = (("margin", clear != asked), ("stay", stayed != clear), ("confirmation", sure != stayed))
    return sure, next((name for name, held in steps if held), None)


def _middle(was: int, asked: int, limit: int) -> int:
    return sorted((was, asked, limit))[1]


def notes(graded: pa.Table, label: str, parameters: Stability) -> tuple[Sentence, ...]:
    """Without a previous run the guard holds nothing back; that is said once."""
    if PREVIOUS in graded.column_names:
        return ()
    return (("There is no previous run: the stability guard holds nothing back.", {}),)


method(
    Method(
        "stability",
        Stability,
        classify,
        judge,
        reasons=("candidate", "held", "grade_since"),
        speaks_of_prospects=True,
        notes=notes,
    )
)
