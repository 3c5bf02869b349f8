"""What a comparison of two runs says: movers with their causes, the matrix of migration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from vitalfew.compare.parts import PARTS, Cause, Direction, Part
from vitalfew.compare.sentences import reasons, sentences


@dataclass(frozen=True)
class Mover:
    """A customer whose grade changed, new and lost ones (from or to None) among them.

    `parts` add up to the change of the score, to its last digit; they are None where there is no score, and
    `corrected` also where no facts were given. `sequence` are the grades from the old one on: after corrected facts,
    own metrics, the others' movement and changed parameters. `brings` is the first money metric of the new scheme, of
    the new run or, of a lost customer, of the old one. `held` is the stability guard that holds the grade and the grade
    that it keeps away.
    """

    customer_id: str
    was: str | None
    now: str | None
    score_was: Any
    score_now: Any
    parts: Mapping[Part, Decimal | None]
    sequence: tuple[str | None, ...]
    causes: tuple[Cause, ...]
    direction: Direction
    brings: Any = None
    name: str | None = None
    held: tuple[str, str] | None = None

    @property
    def change(self) -> Decimal | None:
        """Of the score."""
        if self.score_was is None or self.score_now is None:
            return None
        return Decimal(self.score_now) - Decimal(self.score_was)

    @property
    def decided_by(self) -> Part:
        """The step after which the grade was what it is now: the last one that changed it."""
        changes = zip(PARTS, self.sequence, self.sequence[1:], strict=False)
        return [part for part, was, now in changes if was != now][-1]

    def reasons(self) -> tuple[str, ...]:
        """Why it moved, in sentences: the largest effects first."""
        return reasons(self)

    def to_json(self) -> dict[str, Any]:
        """Contract section 5."""
        return {
            "customer_id": self.customer_id,
            "from": self.was,
            "to": self.now,
            "score_from": self.score_was,
            "score_to": self.score_now,
            "parts": dict(self.parts),
            "sequence": list(self.sequence),
            "causes": [cause.to_json() for cause in self.causes],
        }


@dataclass(frozen=True)
class Matrix:
    """How many customers went from which grade (row) to which (column); None is not there or not graded."""

    was: tuple[str | None, ...]
    now: tuple[str | None, ...]
    counts: tuple[tuple[int, ...], ...]

    def count(self, was: str | None, now: str | None) -> int:
        """Customers that went from one grade to another; 0 for a grade that nobody has."""
        if was not in self.was or now not in self.now:
            return 0
        return self.counts[self.was.index(was)][self.now.index(now)]


@dataclass(frozen=True)
class Comparison:
    """Two runs held against each other. `movers` stand in order of what they bring, the largest first.

    `held` counts the grades that a stability guard keeps, by guard. `uncounted` are metrics that the two schemes count
    differently and whose change is therefore inside the changed parameters, `one_sided` those that only one
    of the runs knows. `skipped` says that the guard of the new run looked back on a run between the two.
    """

    movers: tuple[Mover, ...]
    matrix: Matrix
    days: tuple[str | None, str | None]
    schemes: tuple[str, str]
    customers: int
    with_facts: bool
    held: Mapping[str, int] = field(default_factory=dict)
    uncounted: tuple[str, ...] = ()
    one_sided: tuple[str, ...] = ()
    skipped: bool = False
    value: str | None = None
    """The metric of what customers bring."""

    def directions(self) -> Mapping[Direction, int]:
        """How many went which way."""
        return Counter(mover.direction for mover in self.movers)

    def decided(self) -> Mapping[Part, int]:
        """How many movers each cause decided."""
        return Counter(mover.decided_by for mover in self.movers)

    def sentences(self) -> tuple[str, ...]:
        """The whole in sentences, in the current language."""
        return sentences(self)

    def to_json(self) -> list[dict[str, Any]]:
        """The movers as contract section 5 has them."""
        return [mover.to_json() for mover in self.movers]
