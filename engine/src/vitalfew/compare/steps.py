"""The steps from the old grading to the new one, for one customer after another."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from vitalfew.compare.figures import both
from vitalfew.compare.gradings import NOWHERE, Gradings, Standing, graded_by, gradings
from vitalfew.compare.own import Own
from vitalfew.compare.parts import Cause
from vitalfew.run import Result
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Steps:
    """Five gradings: of then, on corrected facts, with own new figures, among the new others, of now."""

    was: Gradings
    corrected: Gradings
    own: Own
    others: Gradings
    now: Gradings
    uncounted: tuple[str, ...]
    one_sided: tuple[str, ...]

    def of(self, customer: str) -> tuple[tuple[Standing, ...], tuple[Cause, ...]]:
        """Where a customer stands after each step, and the causes of the second."""
        start = self.corrected.get(customer, NOWHERE)
        own, causes = self.own.moved(customer, start)
        others, now = (grading.get(customer, NOWHERE) for grading in (self.others, self.now))
        return (self.was.get(customer, NOWHERE), start, own, others, now), causes


def steps(
    before: Result,
    after: Result,
    corrected: Result | None = None,
    restated: Result | None = None,
    wanted: pa.Array | None = None,
) -> Steps:
    """The steps between two runs, of all customers or those that are wanted.

    Where both runs have the same rules, the others' movement ends at the grading of now.
    """
    old, now = corrected or before, gradings(after.graded, wanted)
    figures = both(old, after, restated)
    was = gradings(before.graded, wanted)
    return Steps(
        was=was,
        corrected=gradings(old.graded, wanted) if corrected else was,
        own=Own(old.scheme, figures.old, figures.new),
        others=now if _alike(old.scheme, after.scheme) else graded_by(old.scheme, figures.new.table, wanted),
        now=now,
        uncounted=figures.uncounted,
        one_sided=figures.one_sided,
    )


def _alike(one: Scheme, other: Scheme) -> bool:
    """Whether two schemes grade alike, whatever they say about it."""
    return (one.metrics, one.classifiers, one.grade) == (other.metrics, other.classifiers, other.grade)
