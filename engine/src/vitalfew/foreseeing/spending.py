"""What each customer is expected to spend at an occasion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.models.gamma_gamma import FittedSpend, KnownSpend, fit_spend
from vitalfew.models.histories import Numbers
from vitalfew.models.spends import Spends

TOO_RELATED = 0.3
"""Gamma-Gamma takes it that how often and how much are not related; above this rank correlation they are."""

NORMAL = 1.959964
"""95 % of a normal variable lie within so many deviations."""


@dataclass(frozen=True)
class Correlation:
    """Rank correlation of frequency and mean spend of repeat customers, with its 95 % interval."""

    rho: float
    low: float
    high: float


@dataclass(frozen=True)
class Amounts:
    """How money is foreseen: by Gamma-Gamma where it has a mean, else by the pooled mean of occasions."""

    fitted: KnownSpend | None
    pooled: float

    @property
    def by_pooled_mean(self) -> bool:
        """Whether every customer is expected to spend the same."""
        return self.fitted is None or not self.fitted.has_mean

    def expected(self, frequency: Numbers, repeated: Numbers) -> Numbers:
        """Expected amount at an occasion; `repeated` is the money of the repeat occasions, no money says nothing."""
        if self.fitted is None or not self.fitted.has_mean:
            return np.full_like(frequency, self.pooled)
        known = np.where(repeated > 0, frequency, 0.0)
        return self.fitted.expected(known, np.where(known > 0, repeated / np.maximum(frequency, 1.0), 0.0))


@dataclass(frozen=True)
class Spending(Amounts):
    """The same, and how far it is to be trusted."""

    fitted: FittedSpend | None
    correlation: Correlation | None


def spending(frequency: Numbers, repeated: Numbers, first: Numbers) -> Spending:
    """What customers who are learned from tell; in order of customers, one cell each, in money."""
    telling = (frequency > 0) & (repeated > 0)
    x, money = frequency[telling], repeated[telling]
    spends = Spends(x, money / x, np.ones_like(x))
    pooled = spends.pooled if spends.n else (float(first.mean()) if len(first) else 0.0)
    return Spending(fit_spend(spends), pooled, correlation(x, money / x))


def correlation(one: Numbers, other: Numbers) -> Correlation | None:
    """Spearman's, its interval after Bonett and Wright (2000); None where there are few, or all are the same."""
    if len(one) < 10:
        return None
    ranks = [_ranks(each) - (len(one) - 1) / 2 for each in (one, other)]
    spread = float(np.sqrt((ranks[0] ** 2).sum() * (ranks[1] ** 2).sum()))
    if not spread:
        return None
    rho = float(np.clip((ranks[0] * ranks[1]).sum() / spread, -1 + 1e-12, 1 - 1e-12))
    width = NORMAL * float(np.sqrt((1 + rho**2 / 2) / (len(one) - 3)))
    return Correlation(rho, float(np.tanh(np.arctanh(rho) - width)), float(np.tanh(np.arctanh(rho) + width)))


def _ranks(values: Numbers) -> Numbers:
    """Ranks from 0 on, equal values the mean of theirs."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Numbers = (np.cumsum(counts) - (counts + 1) / 2)[places]
    return ranks
