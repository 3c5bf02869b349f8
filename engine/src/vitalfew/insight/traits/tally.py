"""Values of attributes counted against the best, each by itself and with every other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.insight.kinds import FEWEST
from vitalfew.insight.traits.values import Mask, Sorted
from vitalfew.proof.rankings import Numbers

ROWS = 100_000
"""Customers counted at a time."""

Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Value:
    """One value of an attribute."""

    question: str
    attribute: str
    value: str


class Board:
    """Every value of every attribute with its customers: values in columns, and whether the attribute is known."""

    def __init__(self, attributes: Sequence[Sorted]) -> None:
        self.values = [Value(one.attribute.question, one.attribute.name, v) for one in attributes for v in one.labels]
        self.of = np.repeat(np.arange(len(attributes)), [len(one.labels) for one in attributes])
        columns = [one.places == place for one in attributes for place in range(len(one.labels))]
        self.having = np.column_stack(columns).astype(np.float32)
        self.known = np.column_stack([one.places >= 0 for one in attributes]).astype(np.float32)

    def pairs(self) -> tuple[Places, Places]:
        """Each value with itself, then with every value of the attributes after its own."""
        one, other = np.triu_indices(len(self.of), 1)
        apart = self.of[one] != self.of[other]
        alone = np.arange(len(self.of))
        return np.concatenate([alone, one[apart]]), np.concatenate([alone, other[apart]])


@dataclass(frozen=True)
class Tally:
    """Pair by pair: customers of whom both are known, those who have both, and the best among each."""

    known: Numbers
    known_best: Numbers
    n: Numbers
    best: Numbers

    @classmethod
    def of(cls, board: Board, one: Places, other: Places, best: Mask, rows: Places) -> Tally:
        """Counted over some customers."""
        sums = [np.zeros((board.known.shape[1],) * 2), np.zeros((len(board.of),) * 2)]
        sums_best = [part.copy() for part in sums]
        for start in range(0, len(rows), ROWS):
            chosen = rows[start : start + ROWS]
            ours = best[chosen, None]
            for place, columns in enumerate((board.known[chosen], board.having[chosen])):
                sums[place] += columns.T @ columns
                sums_best[place] += columns.T @ (columns * ours)
        at = board.of[one], board.of[other]
        return cls(sums[0][at], sums_best[0][at], sums[1][one, other], sums_best[1][one, other])

    @property
    def enough(self) -> Mask:
        """Whether enough customers have it and enough have not."""
        return (self.n >= FEWEST) & (self.known - self.n >= FEWEST)

    def chances(self) -> Numbers:
        """How often as many of the best or more would have it by chance (Fisher's exact test, one-sided)."""
        from scipy.stats import hypergeom

        return np.asarray(hypergeom.sf(self.best - 1, self.known, self.known_best, self.n), np.float64)
