"""Customers who may leave at each occasion: what BG/NBD and MBG/NBD have in common.

A customer buys at a pace of its own while it stays: a Poisson process with rate λ, gamma-distributed over customers
(r, α). At an occasion it leaves for good with a chance p of its own, beta-distributed (a, b). The two models differ in
how many of these it is known to have survived: `kept`. With x repeat occasions, the last at t, seen until T:

    L = Γ(r+x)/Γ(r) · α^r · [ B(a, b+kept)/B(a, b) / (α+T)^(r+x)  +  B(a+1, b+kept-1)/B(a, b) / (α+t)^(r+x) ]

The second term stands for having left at the last occasion; it is nothing where `kept` is 0. Sources: Fader, Hardie
and Lee, Marketing Science 24:2 (2005); Batislam, Denizel and Filiztekin, International Journal of Research in
Marketing 24:3 (2007). All is worked out in logarithms and sums of positive terms, so that nothing overflows and nothing
cancels, whatever the frequency, also where a = 1.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.model import Model
from vitalfew.models.staying import CHUNK, orders_of_staying


def log_odds_left(parameters: Numbers, histories: Histories, kept: Numbers) -> Numbers:
    """The logarithm of the odds of having left at the last occasion: -inf where none could be left at."""
    r, alpha, a, b = parameters
    with np.errstate(divide="ignore"):
        chance = np.log(a * (kept > 0)) - np.log(np.where(kept > 0, b + kept - 1, 1.0))
    found: Numbers = chance + (r + histories.frequency) * _silence(alpha, histories)
    return found


def _silence(alpha: float, histories: Histories) -> Numbers:
    """log((α + T) / (α + t)), exact also where the last occasion is today."""
    return np.log1p((histories.age - histories.recency) / (alpha + histories.recency))


def likelihood(parameters: Numbers, histories: Histories, extra: int) -> tuple[Numbers, Numbers]:
    """Log-likelihood of each history and its slope along the logarithm of r, α, a, b; `kept` is x + extra."""
    from scipy.special import expit

    r, alpha, _, _ = parameters
    x, end = histories.frequency, alpha + histories.age
    odds = log_odds_left(parameters, histories, x + extra)
    left, silence = expit(odds), _silence(alpha, histories)
    constant, slopes = _by_frequency(parameters, histories, extra)
    value = constant - x * np.log(end) - r * np.log1p(histories.age / alpha) + np.logaddexp(0.0, odds)
    by_time = r / alpha - (r + x) * ((1 - left) / end + left / (alpha + histories.recency))
    slopes[0] += left * silence - np.log1p(histories.age / alpha)
    slopes[1] = by_time
    slopes[2] += left / parameters[2]
    slopes[3] -= left / np.where(x + extra > 0, parameters[3] + x + extra - 1, 1.0)
    return value, slopes * parameters[:, None]


def _by_frequency(parameters: Numbers, histories: Histories, extra: int) -> tuple[Numbers, Numbers]:
    """What depends on the frequency alone: gamma functions, worked out once for each."""
    from scipy.special import digamma, gammaln

    r, _, a, b = parameters
    x, places = histories.kinds
    kept = x + extra
    value = gammaln(r + x) - gammaln(r) + gammaln(b + kept) - gammaln(b) - gammaln(a + b + kept) + gammaln(a + b)
    both = digamma(a + b) - digamma(a + b + kept)
    slopes = np.stack([digamma(r + x) - digamma(r), np.zeros_like(x), both, both + digamma(b + kept) - digamma(b)])
    return value[places], slopes[:, places]


def alive(parameters: Numbers, histories: Histories, extra: int) -> Numbers:
    """The chance of not having left."""
    from scipy.special import expit

    staying: Numbers = expit(-log_odds_left(parameters, histories, histories.frequency + extra))
    return staying


def returning(parameters: Numbers, histories: Histories, ahead: Numbers, extra: int) -> Numbers:
    """The chance of one more occasion at least: alive, and not silent by chance."""
    r, alpha, _, _ = parameters
    silent = -(r + histories.frequency) * np.log1p(ahead / (alpha + histories.age))
    found: Numbers = alive(parameters, histories, extra) * -np.expm1(silent)
    return found


def orders(parameters: Numbers, histories: Histories, ahead: Numbers, extra: int) -> Numbers:
    """Expected occasions in the time ahead."""
    r, alpha, a, b = parameters
    x = histories.frequency
    full = np.broadcast_to(np.asarray(ahead, np.float64), x.shape)
    found = np.empty_like(x)
    for start in range(0, len(x), CHUNK):
        part = slice(start, start + CHUNK)
        end = alpha + histories.age[part]
        found[part] = orders_of_staying(a, b + x[part] + extra, r + x[part], full[part] / end)
    return found * alive(parameters, histories, extra)


def rests_on(parameters: Numbers, histories: Histories) -> Numbers:
    """α + T."""
    rests: Numbers = np.asarray(parameters[1] + histories.age)
    return rests


def leaving(name: str, extra: int) -> Model:
    """The model in which a customer is known to have survived its repeat occasions and so many more."""
    return Model(
        name=name,
        parameters=("r", "alpha", "a", "b"),
        times=frozenset({"alpha"}),
        centre=(0.5, 0.3, 0.7, 2.0),
        likelihood=partial(likelihood, extra=extra),
        alive=partial(alive, extra=extra),
        returning=partial(returning, extra=extra),
        orders=partial(orders, extra=extra),
        rests_on=rests_on,
    )
