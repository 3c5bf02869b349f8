"""The log-likelihood of customers who may leave at each occasion, all together. See dropout.py for the formula.

It is a sum of what depends on the frequency alone and on the age alone, each worked out once for all who have it, and
of log(1 + o) + log S, o being the odds of having left, for which every history is gone through, as many at a time as
fit into the cache. With D the slopes of log o and p = o / (1 + o), the slopes of log(1 + o) are Σ pD, and for k = 1,
where S is 1, its curvature is Σ p(1-p) DD' + p ∂D.
"""

from __future__ import annotations

import numpy as np

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.odds import Kind
from vitalfew.models.staying import CHUNK
from vitalfew.models.ticks import Waiting
from vitalfew.models.total import Total


def likelihood(parameters: Numbers, histories: Histories, kind: Kind) -> Total:
    """Log-likelihood of all customers, and how it changes along the logarithm of r, α, a, b; curvature for k = 1."""
    total = _by_frequency(parameters, histories, kind).plus(_by_age(parameters, histories, kind))
    leaving = histories if kind.extra else histories.returned
    for part in leaving.parts(CHUNK):
        total = total.plus(_by_odds(parameters, part, kind))
    if kind.k > 1:
        total = Total(total.value, total.slope)
    return total.in_logarithms(parameters)


def _by_frequency(parameters: Numbers, histories: Histories, kind: Kind) -> Total:
    """Log of Γ(y)/Γ(r) · B(a, b+kept)/B(a, b)."""
    from scipy.special import digamma, gammaln, polygamma

    r, _, a, b = parameters
    x, customers = histories.by_frequency
    kept, shape = x + kind.extra, kind.shape(r, x)
    value = gammaln(shape) - gammaln(r) + gammaln(b + kept) - gammaln(b) - gammaln(a + b + kept) + gammaln(a + b)
    both = digamma(a + b) - digamma(a + b + kept)
    slopes = [digamma(shape) - digamma(r), np.zeros_like(x), both, both + digamma(b + kept) - digamma(b)]
    curvature = np.zeros((4, 4))
    curvature[0, 0] = ((polygamma(1, shape) - polygamma(1, r)) * customers).sum()
    curvature[2:, 2:] = ((polygamma(1, a + b) - polygamma(1, a + b + kept)) * customers).sum()
    curvature[3, 3] += ((polygamma(1, b + kept) - polygamma(1, b)) * customers).sum()
    return Total(float((value * customers).sum()), (np.stack(slopes) * customers).sum(axis=1), curvature)


def _by_age(parameters: Numbers, histories: Histories, kind: Kind) -> Total:
    """Log of α^r / (α+T)^y."""
    r, alpha, _, _ = parameters
    ages, customers, repeats = histories.by_age
    end, ticks = alpha + ages, kind.k * repeats
    known = float((customers * np.log1p(ages / alpha)).sum())
    mixed = float((customers * ages / end).sum()) / alpha
    bent = (ticks / end**2).sum() - r * (customers * ages * (alpha + end) / end**2).sum() / alpha**2
    slope = np.array([-known, r * mixed - (ticks / end).sum(), 0.0, 0.0])
    curvature = np.zeros((4, 4))
    curvature[:2, :2] = [[0.0, mixed], [mixed, bent]]
    return Total(-r * known - float((ticks * np.log(end)).sum()), slope, curvature)


def _by_odds(parameters: Numbers, histories: Histories, kind: Kind) -> Total:
    """Log of (1 + odds) · S."""
    r, alpha, a, b = parameters
    near, end = 1 / (alpha + histories.recency), 1 / (alpha + histories.age)
    silence, shape = np.log1p((histories.age - histories.recency) * near), kind.shape(r, histories.frequency)
    kept = 1 / (b + histories.frequency + kind.extra - 1)
    waited = kind.waiting(parameters, histories)
    added, chance = _log_of_one_and(np.log(a * kept) + shape * silence - waited.log)
    left = histories.customers * chance
    steep = np.stack([silence, shape * (end - near), np.full_like(kept, 1 / a), -kept])
    slope = (left * steep).sum(axis=1)
    if kind.k > 1:
        slope[:2] += _by_ticks(waited, histories.customers - left, end)
    bent = np.array([0.0, (left * shape * (near**2 - end**2)).sum(), -left.sum() / a**2, (left * kept**2).sum()])
    curvature = np.einsum("in,jn->ij", steep * (left * (1 - chance)), steep) + np.diag(bent)
    curvature[[0, 1], [1, 0]] += (left * (end - near)).sum()
    return Total(float((histories.customers * (added + waited.log)).sum()), slope, curvature)


def _log_of_one_and(logs: Numbers) -> tuple[Numbers, Numbers]:
    """Of odds by their logarithm: log(1 + odds), and the chance odds / (1 + odds)."""
    small = np.exp(-np.abs(logs))
    return np.maximum(logs, 0.0) + np.log1p(small), np.where(logs > 0, 1.0, small) / (1 + small)


def _by_ticks(waited: Waiting, staying: Numbers, end: Numbers) -> Numbers:
    """What ticks since the last occasion add to the slopes along r and α."""
    return np.array([(staying * waited.by_shape).sum(), -(staying * waited.ticks * end).sum()])
