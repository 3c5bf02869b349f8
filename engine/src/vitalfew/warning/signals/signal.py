"""A signal: what it looks at, how many points it gives, and the sentence that says it with its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis.expr.types as ir

from vitalfew.compile import Facts, missing
from vitalfew.insight.season import WINDOW
from vitalfew.metrics.windows import YEAR
from vitalfew.registry import Metric

RECENT = WINDOW
"""Days that are held against what was usual before."""


@dataclass(frozen=True)
class Signal:
    """One sign that a customer may leave.

    `metrics` are worked out under their names with those of all other signals in one pass; what is `counted` beside
    them looks at `one_of` these columns. `points` gives whole points from 0 to `most` of customers with these figures;
    `sentence` says the figures of one customer.
    """

    name: str
    most: int
    points: Callable[[ir.Table], Any]
    sentence: Callable[[Mapping[str, Any]], str]
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    one_of: tuple[tuple[str, str], ...] = ()
    counted: Callable[[Facts], ir.Table] | None = None

    def lacking(self, facts: Facts) -> str | None:
        """What the facts would have to hold for this signal; None where they do."""
        found = next((lack for metric in self.metrics.values() if (lack := missing(metric, facts))), None)
        if found or not self.one_of or any(facts.has(table, (column,)) for table, column in self.one_of):
            return found
        return " / ".join(f"{table}.{column}" for table, column in self.one_of)


def recent_and_year(name: str, kind: type[Metric]) -> dict[str, Metric]:
    """A metric of the last days and of the last year."""
    return {f"{name}_{days}": kind.model_validate({"window": days}) for days in (RECENT, YEAR)}


def one_point(holds: Any) -> Any:
    """A point where it holds, none where it does not or cannot be said."""
    return holds.fill_null(False).cast("int64")


def often_enough(rows: ir.Table) -> Any:
    """Whether the last days say something of a customer: its rhythm is known, and nine of ten of its gaps are no longer."""
    return (rows.own & (rows.at_most <= RECENT)).fill_null(False)
