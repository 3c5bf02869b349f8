"""A few rules that say who is like the best, in order: the first that fits counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.insight.estimates import Share, share
from vitalfew.insight.kinds import FEWEST
from vitalfew.insight.traits.finding import Findings, Trait
from vitalfew.insight.traits.values import Mask

Fitting = npt.NDArray[np.int64]
"""For each customer the number of the first rule that fits, from 1 on; 0 where none does."""

MOST = 5
"""Rules; more of them nobody keeps in mind."""


@dataclass(frozen=True)
class Rule:
    """A trait, and how many of those who have it, and fit no rule before, are best; as the second half says."""

    trait: Trait
    best: Share


def rules(found: Findings, best: Mask, first: Mask) -> tuple[tuple[Rule, ...], Fitting]:
    """The rules, chosen on the first half, and which of them each customer fits.

    Each time the held trait with the largest share of the best among those whom no rule fits yet, by the lower end of
    its interval; until none is above the share of all.
    """
    fitting = np.zeros(len(best), np.int64)
    chosen: list[Rule] = []
    base = float(best[first].mean()) if first.any() else 0.0
    while len(chosen) < MOST:
        place, low = _strongest(found, best, first & (fitting == 0))
        if low <= base:
            break
        caught = found.having[:, place] & (fitting == 0)
        told = caught & ~first
        chosen.append(Rule(found.traits[place], share(int(best[told].sum()), int(told.sum()))))
        fitting[caught] = len(chosen)
    return tuple(chosen), fitting


def _strongest(found: Findings, best: Mask, open_: Mask) -> tuple[int, float]:
    lows = [_low(found.having[open_, place], best[open_]) for place, one in enumerate(found.traits) if one.held]
    return (int(np.argmax(lows)), max(lows)) if lows else (0, 0.0)


def _low(having: Mask, best: Mask) -> float:
    n = int(having.sum())
    return share(int(best[having].sum()), n).low or 0.0 if n >= FEWEST else 0.0
