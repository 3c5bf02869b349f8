"""∫ (α+u)^-p (β+u)^-q du over a stretch of time, by Gauss-Legendre quadrature in the logarithm of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from vitalfew.models.histories import Numbers

NODES = 40
FADED = 50.0
"""Beyond a fall by e^-50 nothing of the integral is left."""


@lru_cache
def _nodes() -> tuple[Numbers, Numbers]:
    """Places and weights on the interval from 0 to 1."""
    places, weights = np.polynomial.legendre.leggauss(NODES)
    return (places + 1) / 2, weights / 2


@dataclass(frozen=True)
class Lapse:
    """∫ (α+u)^-p (β+u)^-q du of each history, from `low` to `high`.

    `log` is its logarithm; `near` and `far` are log(α+u) and log(β+u) at the nodes, `share` the part of the integral
    at each of them.
    """

    log: Numbers
    near: Numbers
    far: Numbers
    share: Numbers


def lapse(times: tuple[float, float], powers: tuple[Numbers, float], low: Numbers, high: Numbers) -> Lapse:
    """The integral in y = log(u + min(α, β)), on which the other of the two is a singularity π away."""
    alpha, beta = times
    p, q = powers
    places, weights = _nodes()
    first, smaller = alpha + low, min(alpha, beta)
    with np.errstate(over="ignore"):
        gone = low + first * np.expm1(np.minimum(FADED / p, 700.0))
    width = np.log1p((np.minimum(high, gone) - low) / (smaller + low))
    since = (smaller + low)[:, None] * np.expm1(width[:, None] * places)
    near, far = np.log(first[:, None] + since), np.log((beta + low)[:, None] + since)
    step = np.log(smaller + low)[:, None] + width[:, None] * places
    with np.errstate(divide="ignore"):
        cells = step - p[:, None] * near - q * far + np.log(weights) + np.log(width)[:, None]
    top = cells.max(axis=1, initial=-np.inf)
    share = np.exp(cells - np.where(np.isfinite(top), top, 0.0)[:, None])
    total = share.sum(axis=1)
    with np.errstate(divide="ignore"):
        log = top + np.log(total)
    return Lapse(log, near, far, share / np.where(total > 0, total, 1.0)[:, None])
