"""A customer's own movement: its new figures among the old others, judged by the old scheme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from vitalfew.compare.figures import GUARDED_BY, Figures
from vitalfew.compare.gradings import NOWHERE, Standing, differences
from vitalfew.compare.parts import Cause
from vitalfew.expressions import HAS_ORDERS
from vitalfew.population import Population
from vitalfew.registry import Row
from vitalfew.run.case import Case, used
from vitalfew.scheme import Scheme


class Own:
    """The old others and the old scheme, to try new figures of one customer after another."""

    def __init__(self, scheme: Scheme, old: Figures, new: Figures) -> None:
        self.scheme, self.old, self.new = scheme, old, new

    def moved(self, customer: str, start: Standing) -> tuple[Standing, tuple[Cause, ...]]:
        """Where the customer stands with all its new figures, and what brought it there from `start`.

        Causes are the metrics whose value changed, in the order of the scheme. The values are replaced one after
        another, so that the effects add up to the change of the score; an effect hangs on the metrics replaced before
        it. Without a score at either end effects are missing. A new customer is put beside the old ones.
        """
        if customer not in self.new.places:
            return NOWHERE, ()
        case, old, new = self._case(customer), self.old.row(customer), self._row(customer)
        end = _standing(case, new)
        changed = [name for name in self.scheme.metrics if name in old and old[name] != new[name]]
        effects: list[Any] = [None] * len(changed)
        if start.score is not None and end.score is not None:
            between = (_standing(case, row).score for row in _replaced(old, new, changed[:-1]))
            effects = differences([start.score, *between, end.score])
        metrics = self.scheme.metrics
        return end, tuple(
            Cause(name, old[name], new[name], effect, metrics[name])
            for name, effect in zip(changed, effects, strict=False)
        )

    def _row(self, customer: str) -> Row:
        """The new figures in the columns of the old table, with what a guard looks at; unknown columns stay as old."""
        old, new = self.old.row(customer), self.new.row(customer)
        return {**old, **{name: cell for name, cell in new.items() if name in old or name in GUARDED_BY}}

    def _case(self, customer: str) -> Case:
        place = self.old.places.get(customer)
        others = self._population if place is None else self._population.without(place)
        return Case(self.scheme, self.old.row(customer), others, self._needed)

    @cached_property
    def _population(self) -> Population:
        return Population(self.old.table)

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        """The classifiers that the grade hangs on, in the order of the scheme."""
        guards = [name for name in GUARDED_BY if name in self.new.table.column_names]
        there = used(self.scheme, [*self.old.table.column_names, *guards])
        wanted = {self.scheme.grade}
        for name in reversed(there):
            if name in wanted:
                wanted |= set(self.scheme.classifiers[name].reads())
        return tuple(name for name in there if name in wanted)


def _standing(case: Case, row: Row) -> Standing:
    """What the scheme says of the customer with these figures."""
    verdict = case.verdicts(row).get(case.scheme.grade or "")
    if verdict is None:
        return NOWHERE
    return Standing(None if verdict.label is None else str(verdict.label), verdict.score)


def _replaced(old: Row, new: Row, names: list[str]) -> Iterator[Row]:
    """The old figures with one more of these new ones each time; whether it buys at all is new from the start."""
    row = {**new, **{name: cell for name, cell in old.items() if name != HAS_ORDERS}}
    for name in names:
        row = {**row, name: new[name]}
        yield row
