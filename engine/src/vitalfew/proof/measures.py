"""How well a ranking, a chance and an expectation agree with what came after: each measure with its formula.

A customer counts as often as its weight says: all ones give the measure, other weights a draw of the bootstrap. A measure
that cannot be formed is not a number here and missing in every result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vitalfew.proof.rankings import Numbers, Places, Ranking, Weighed, Weights

NONE = float("nan")

FORECAST = ("brier", "mae", "bias")
"""Measures of a chance and of an expected amount."""


def list_length(customers: int) -> int:
    """How many customers a list of the top fifth has: at least one."""
    return -(-customers // 5)


@dataclass(frozen=True)
class Truth:
    """What customers did after the origin: net revenue, and whether they bought (1 or 0)."""

    revenue: Numbers
    bought: Numbers

    @cached_property
    def ranking(self) -> Ranking:
        """The customers by what they brought, most first."""
        return Ranking.of(self.revenue)

    @cached_property
    def ordered(self) -> Numbers:
        """The revenue of each, most first."""
        return self.revenue[self.ranking.order]


class Outcome:
    """The truth with each customer as often as its weight says."""

    def __init__(self, truth: Truth, weights: Weights) -> None:
        self.weights = weights.astype(np.float64)
        self.by_revenue = Weighed(truth.ranking, weights)
        self.length = list_length(round(self.by_revenue.total))
        self.revenue = float(truth.revenue @ self.weights)
        self.bought = float(truth.bought @ self.weights)
        listed = self.by_revenue.first(self.length)
        places = truth.ranking.order[: len(listed)]
        self.best = np.zeros(len(weights), np.uint8)
        self.best[places] = np.where(truth.revenue[places] > 0, listed, 0)
        """How often each customer stands among the fifth that brought most; who brought nothing does not."""
        self.most = self.by_revenue.along(truth.ordered)
        """How revenue goes along with the true ranking."""


@dataclass(frozen=True)
class Faced:
    """A ranking with what its customers did after, in its own order."""

    ranking: Ranking
    truth: Truth

    @cached_property
    def revenue(self) -> Numbers:
        """Net revenue after the origin."""
        return self.truth.revenue[self.ranking.order]

    @cached_property
    def bought(self) -> Numbers:
        """Whether the customer bought."""
        return self.truth.bought[self.ranking.order]

    @cached_property
    def runs(self) -> Places:
        """The place among all by revenue, equal ones in one."""
        return self.truth.ranking.runs[self.ranking.order]


def hit_rate(faced: Faced, weighed: Weighed, outcome: Outcome) -> float:
    """Share of the method's top fifth that turned out to be in the fifth that brought most.

    Customers who brought nothing are no hits. Missing where nobody brought anything.
    """
    listed = weighed.first(outcome.length)
    hits = np.minimum(listed, outcome.best[faced.ranking.order[: len(listed)]])
    return float(hits.sum()) / outcome.length if outcome.best.any() else NONE


def capture(faced: Faced, weighed: Weighed, outcome: Outcome) -> float:
    """Share of the revenue after the origin that came from the method's top fifth; missing where there is none."""
    listed = weighed.first(outcome.length)
    return float(listed @ faced.revenue[: len(listed)]) / outcome.revenue if outcome.revenue > 0 else NONE


def spearman(faced: Faced, weighed: Weighed, outcome: Outcome) -> float:
    """Correlation of the ranks by method and by revenue, equal ones at their mean; missing where either is all equal."""
    spread = weighed.spread * outcome.by_revenue.spread
    return weighed.along(outcome.by_revenue.middle.take(faced.runs)) / spread**0.5 if spread > 0 else NONE


def gini(faced: Faced, weighed: Weighed, outcome: Outcome) -> float:
    """Normalised Gini: how far the method's ranking concentrates revenue, as a part of what the true ranking does.

    1 is perfect, 0 chance, below zero worse than chance. Equal ones share their revenue. Missing where all brought the
    same or all together nothing.
    """
    return weighed.along(faced.revenue) / outcome.most if outcome.most > 0 and outcome.revenue > 0 else NONE


def auc(faced: Faced, weighed: Weighed, outcome: Outcome) -> float:
    """How often a customer that bought stands above one that did not, equal ones half; missing where all did or none."""
    pairs = outcome.bought * (weighed.total - outcome.bought)
    return 0.5 + weighed.along(faced.bought) / pairs if pairs > 0 else NONE


OF_RANKING: Mapping[str, Callable[[Faced, Weighed, Outcome], float]] = {
    "hit_rate_top20": hit_rate,
    "capture_top20": capture,
    "spearman": spearman,
    "gini": gini,
    "auc": auc,
}

MEASURES = (*OF_RANKING, *FORECAST)


def errors(truth: Truth, chance: Numbers | None, expected: Numbers | None) -> dict[str, Numbers]:
    """Per customer what `brier`, `mae` and `bias` are the means of; nothing for a forecast that a method does not give.

    `brier` is (chance - bought)², `mae` |expected - revenue|, `bias` expected - revenue, the last two in money.
    """
    found: dict[str, Numbers] = {}
    if chance is not None:
        found["brier"] = (chance - truth.bought) ** 2
    if expected is not None:
        found |= {"mae": np.abs(expected - truth.revenue), "bias": expected - truth.revenue}
    return found
