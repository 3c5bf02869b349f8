"""Orders expected of a customer who is alive, where the time ahead is many times what it was seen: by quadrature.

    ∫ B(p; a, b) · (1 - E[(1-p)^M]) / p  dp,    z = time ahead ÷ (α + T)

over the chance p to leave at an occasion, M the occasions of one who never leaves. Where every tick is an occasion
E[(1-p)^M] = (1 + p·z)^-shape; where each k-th is, M is the whole part of (ticks + begun) / k, and its mean of powers a
sum over the k-th roots of 1. In q = log(p/(1-p)) the integrand is smooth and positive; beyond the ends of the interval it
is a power, whose integral is known. It equals the sum of `staying.py`, which needs more terms the larger z is.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from vitalfew.models.histories import Numbers
from vitalfew.models.ticks import at_least

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


def orders_far_ahead(a: float, b: Numbers, shape: Numbers, ahead: Numbers, clock: tuple[int, int] = (1, 0)) -> Numbers:
    """Occasions expected; `ahead` is z, `clock` the ticks to an occasion and how many are over. Arrays of one length."""
    found = np.empty(len(b))
    for start in range(0, len(b), CHUNK):
        part = slice(start, start + CHUNK)
        found[part] = _integral(a, b[part], shape[part], ahead[part], clock)
    return found


def _integral(a: float, b: Numbers, shape: Numbers, z: Numbers, clock: tuple[int, int]) -> Numbers:
    from scipy.special import betaln

    places, weights = _nodes()
    low, high = _ends(a, b, shape, z)
    width = (high - low)[:, None]
    q = low[:, None] + width * places
    staying, leaving = -np.logaddexp(0.0, q), -np.logaddexp(0.0, -q)
    norm = betaln(a, b)
    cells = _missed(leaving, staying, shape[:, None], z[:, None], clock) * np.exp(
        (a - 1) * leaving + b[:, None] * staying - norm[:, None]
    )
    middle = (cells * weights * width).sum(axis=1)
    kept = _missed(low, -np.exp(low), shape, z, clock) * _exp((a - 1) * low - norm) / a
    never = np.where(low == _powers(a, b, shape, z)[0], kept, 0.0)
    at_once = at_least(clock[0] - clock[1], shape, z) * _exp(-b * high - norm) / b
    found: Numbers = middle + never + np.where(high == _powers(a, b, shape, z)[1], at_once, 0.0)
    return found


def _missed(leaving: Numbers, staying: Numbers, shape: Numbers, z: Numbers, clock: tuple[int, int]) -> Numbers:
    """1 - E[(1-p)^M], from log p and log(1-p); p times the orders expected at this p.

    With u = (1-p)^(1/k) it is

    1 - c u^begun φ(u)  -  p/k · Σ ω^(begun+1) u^(begun+1-k) φ(uω) / (1 - uω) over the roots ω of 1 but 1 itself,
    φ(u) = (1 + z(1-u))^-shape, c the mean of u^-i over i below k.
    """
    k, begun = clock
    step = -staying / k
    mean = np.log1p(sum(np.expm1(i * step) for i in range(1, k)) / k) if k > 1 else 0.0
    found: Numbers = -np.expm1(mean - begun * step - shape * np.log1p(-z * np.expm1(-step)))
    for root in np.exp(2j * np.pi * np.arange(1, k) / k):
        off = 1 - np.exp(-step) * root
        turned = root ** (begun + 1) * np.exp(-shape * np.log(1 + z * off)) / off
        found = found - np.exp(leaving + (k - begun - 1) * step) / k * turned.real
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
