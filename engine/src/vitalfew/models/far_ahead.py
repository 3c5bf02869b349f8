"""Orders expected of a customer who is alive, where the time ahead is many times what it was seen: by quadrature.

    ∫ B(p; a, b) · (1 - (1 + p·z)^-shape) / p  dp,    z = time ahead ÷ (α + T)

over the chance p to leave at an occasion. In q = log(p/(1-p)) the integrand is smooth and positive; beyond the ends
of the interval it is a power, whose integral is known. It equals the sum of `staying.py`, which needs more terms the larger
z is.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from vitalfew.models.histories import Numbers

PANELS, NODES = 60, 24
CHUNK = 256
END = 60.0
"""e^-60 is nothing beside 1."""


@lru_cache
def _nodes() -> tuple[Numbers, Numbers]:
    """Places and weights on the interval from 0 to 1, of all panels."""
    places, weights = np.polynomial.legendre.leggauss(NODES)
    starts = np.arange(PANELS)[:, None]
    return ((starts + (places + 1) / 2) / PANELS).ravel(), np.tile(weights / 2 / PANELS, PANELS)


def orders_far_ahead(a: float, b: Numbers, shape: Numbers, ahead: Numbers) -> Numbers:
    """Occasions expected; `ahead` is z. All arrays of one length."""
    found = np.empty(len(b))
    for start in range(0, len(b), CHUNK):
        part = slice(start, start + CHUNK)
        found[part] = _integral(a, b[part], shape[part], ahead[part])
    return found


def _integral(a: float, b: Numbers, shape: Numbers, z: Numbers) -> Numbers:
    from scipy.special import betaln

    places, weights = _nodes()
    low, high = _ends(a, b, shape, z)
    width = (high - low)[:, None]
    q = low[:, None] + width * places
    staying, leaving = -np.logaddexp(0.0, q), -np.logaddexp(0.0, -q)
    norm = betaln(a, b)
    orders = -np.expm1(-shape[:, None] * np.log1p(np.exp(leaving) * z[:, None]))
    cells = orders * np.exp((a - 1) * leaving + b[:, None] * staying - norm[:, None])
    middle = (cells * weights * width).sum(axis=1)
    never = np.where(low == _powers(a, b, shape, z)[0], shape * z * _exp(a * low - norm) / a, 0.0)
    at_once = -np.expm1(-shape * np.log1p(z)) * _exp(-b * high - norm) / b
    found: Numbers = middle + never + np.where(high == _powers(a, b, shape, z)[1], at_once, 0.0)
    return found


def _exp(logarithms: Numbers) -> Numbers:
    """Of those that count; the others are not looked at."""
    return np.exp(np.minimum(logarithms, 600.0))


def _powers(a: float, b: Numbers, shape: Numbers, z: Numbers) -> tuple[Numbers, Numbers]:
    """Where the integrand has become a power of p, and one of 1 - p."""
    low = -40 - np.log1p(shape) - np.log1p(z) - np.log1p(b) - np.log1p(a)
    return low, np.full_like(b, END + np.log1p(a))


def _ends(a: float, b: Numbers, shape: Numbers, z: Numbers) -> tuple[Numbers, Numbers]:
    """Where the integrand has become a power, or nothing."""
    low, high = _powers(a, b, shape, z)
    falling, rising = np.log(a) - np.log(_beyond(b)), np.log(_beyond(a)) - np.log(b)
    return (
        np.maximum(low, falling - 12 / np.sqrt(a) - END / a),
        np.minimum(high, rising + 12 / np.sqrt(b) + END / b),
    )


def _beyond(shape: float | Numbers) -> Numbers:
    """What a gamma variable of this shape hardly ever exceeds."""
    beyond: Numbers = np.asarray(shape + 1 + END + 12 * np.sqrt(shape + 1))
    return beyond
