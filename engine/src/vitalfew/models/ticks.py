"""The clock of a regular buyer: it ticks at a pace of the customer's own, and each k-th tick is an occasion.

The pace is gamma (shape, time), so ticks in a time ahead are negative binomial. For k = 1 every tick is an occasion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.models.histories import Numbers


@dataclass(frozen=True)
class Waiting:
    """A silence of fewer than k ticks: how likely in relation to a silence without any, and how many ticks it held.

    `log` is the logarithm of Σ_{j<k} (shape)_j / j! · z^j, z = silence ÷ end. `shares` has a row for each j, the chance
    of just j ticks. `by_shape` is the slope of `log` along the shape, `ticks` the mean of j.
    """

    log: Numbers
    shares: Numbers
    by_shape: Numbers
    ticks: Numbers


def waiting(shape: Numbers, silence: Numbers, k: int) -> Waiting:
    """Of customers whose pace is gamma (shape, end), `silence` a part of the end. Every term is positive."""
    if k == 1:
        nothing = np.zeros(())
        return Waiting(nothing, np.ones((1, len(shape))), nothing, nothing)
    terms, rising = [np.ones_like(shape)], [np.zeros_like(shape)]
    for j in range(1, k):
        terms.append(terms[-1] * silence * (shape + j - 1) / j)
        rising.append(rising[-1] + 1 / (shape + j - 1))
    total = np.sum(terms, axis=0)
    shares = np.stack(terms) / total
    number = np.arange(k, dtype=np.float64)
    return Waiting(np.log(total), shares, (shares * np.stack(rising)).sum(axis=0), number @ shares)


def at_least(ticks: int, shape: Numbers, ahead: Numbers) -> Numbers:
    """The chance of so many ticks or more; `ahead` is the time in relation to that of the pace."""
    from scipy.special import betainc

    if ticks == 1:
        return np.asarray(-np.expm1(-shape * np.log1p(ahead)))
    found: Numbers = betainc(float(ticks), shape, ahead / (1 + ahead))
    return found
