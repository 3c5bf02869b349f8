"""Pareto/NBD: a customer leaves at a moment of its own, seen by nobody, whether it buys or not.

Paces λ are gamma (r, α); lives end at a rate μ, gamma (s, β). With x repeat occasions, the last at t, seen until T:

    L = Γ(r+x)/Γ(r) · α^r · β^s · [ (α+T)^-(r+x) · (β+T)^-s  +  s ∫_t^T (α+u)^-(r+x) · (β+u)^-(s+1) du ]

Sources: Schmittlein, Morrison and Colombo, Management Science 33:1 (1987); Fader and Hardie, notes of 2005. They give
the integral as a difference of hypergeometric functions, which cancels where the last occasion is near; here it is
taken by Gauss-Legendre quadrature in the logarithm of time, where the integrand is smooth. Every term is positive.
"""

from __future__ import annotations

import numpy as np

from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.lapse import Lapse, lapse
from vitalfew.models.model import Model
from vitalfew.models.total import Total

CHUNK = 1 << 12


def _parts(parameters: Numbers, histories: Histories) -> tuple[Numbers, Lapse]:
    """Logarithms of the two terms of the likelihood without what stands before the bracket: staying, left."""
    r, alpha, s, beta = parameters
    power = r + histories.frequency
    staying = -power * np.log(alpha + histories.age) - s * np.log(beta + histories.age)
    return staying, lapse((alpha, beta), (power, s + 1), histories.recency, histories.age)


def likelihood(parameters: Numbers, histories: Histories) -> Total:
    """Log-likelihood of all customers, and its slope along the logarithm of r, α, s, β."""
    total = Total(0.0, np.zeros(4))
    for part in histories.parts(CHUNK):
        total = total.plus(_of_part(parameters, part))
    return total.in_logarithms(parameters)


def _of_part(parameters: Numbers, histories: Histories) -> Total:
    from scipy.special import digamma, expit, gammaln

    r, alpha, s, beta = parameters
    x, age = histories.frequency, histories.age
    staying, gone = _parts(parameters, histories)
    left = np.log(s) + gone.log
    before = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    w = expit(left - staying)
    u = 1 - w

    def mean(cells: Numbers) -> Numbers:
        found: Numbers = w * (gone.share * cells).sum(axis=1)
        return found

    slopes = np.stack(
        [
            digamma(r + x) - digamma(r) + np.log(alpha) - u * np.log(alpha + age) - mean(gone.near),
            r / alpha - (r + x) * (u / (alpha + age) + mean(np.exp(-gone.near))),
            np.log(beta) - u * np.log(beta + age) + w / s - mean(gone.far),
            s / beta - s * u / (beta + age) - (s + 1) * mean(np.exp(-gone.far)),
        ]
    )
    values = before + np.logaddexp(staying, left)
    return Total(float((values * histories.customers).sum()), (slopes * histories.customers).sum(axis=1))


def alive(parameters: Numbers, histories: Histories) -> Numbers:
    """The chance of not having left."""
    from scipy.special import expit

    found = np.empty_like(histories.frequency)
    for start in range(0, len(found), CHUNK):
        part = slice(start, start + CHUNK)
        staying, gone = _parts(parameters, histories.part(part))
        found[part] = expit(staying - np.log(parameters[2]) - gone.log)
    return found


def returning(parameters: Numbers, histories: Histories, ahead: Numbers) -> Numbers:
    """The chance of one more occasion at least: of the likelihood the part in which the next one falls into the time."""
    full = np.broadcast_to(np.asarray(ahead, np.float64), histories.age.shape)
    found = np.empty_like(histories.frequency)
    for start in range(0, len(found), CHUNK):
        part = slice(start, start + CHUNK)
        found[part] = _returning(parameters, histories.part(part), full[part])
    return found


def _returning(parameters: Numbers, histories: Histories, ahead: Numbers) -> Numbers:
    r, alpha, s, beta = parameters
    power = r + histories.frequency
    staying, gone = _parts(parameters, histories)
    back = lapse((alpha, beta), (power + 1, s), histories.age, histories.age + ahead)
    found: Numbers = np.exp(np.log(power) + back.log - np.logaddexp(staying, np.log(s) + gone.log))
    return found


def staying(parameters: Numbers, histories: Histories, ahead: Numbers) -> Numbers:
    """Expected occasions in the time ahead of one who has not left, also where s = 1."""
    r, alpha, s, beta = parameters
    log = -np.log1p(ahead / (beta + histories.age))
    grown = -log if s == 1 else -np.expm1((s - 1) * log) / (s - 1)
    pace = (r + histories.frequency) * (beta + histories.age) / (alpha + histories.age)
    found: Numbers = pace * grown
    return found


def rests_on(parameters: Numbers, histories: Histories) -> Numbers:
    """β + T."""
    rests: Numbers = np.asarray(parameters[3] + histories.age)
    return rests


PARETO_NBD = Model(
    name="pareto_nbd",
    parameters=("r", "alpha", "s", "beta"),
    times=frozenset({"alpha", "beta"}),
    centre=(0.5, 0.3, 0.7, 0.5),
    likelihood=likelihood,
    alive=alive,
    returning=returning,
    staying=staying,
    rests_on=rests_on,
)
