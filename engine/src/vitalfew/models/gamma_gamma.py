"""Gamma-Gamma: what customers spend at an occasion.

Each amount is gamma with shape p and a rate ν of the customer's own, which is gamma (q, v) over customers. Of one with
x occasions of mean m > 0:

    L = Γ(px+q)/(Γ(px)Γ(q)) · v^q · m^(px-1) · x^px / (v + xm)^(px+q)
    expected mean = p (v + x m) / (p x + q - 1)

so it lies between the customer's own mean and that of all, pv/(q-1), which is there for q > 1 alone. Sources: Fader,
Hardie and Lee, Journal of Marketing Research 42:4 (2005); Fader and Hardie, note of 2013.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.models.fitting import Mean, maximum
from vitalfew.models.histories import Numbers
from vitalfew.models.spends import Spends
from vitalfew.models.staying import CHUNK
from vitalfew.models.total import Total

CENTRE = np.log([4.0, 4.0, 1.0])
"""p, q, and v in units of the mean amount."""

FEW = 30


@dataclass(frozen=True)
class KnownSpend:
    """Gamma-Gamma with its parameters, v in money; `has_mean` is false for q ≤ 1, where there is no mean of all."""

    p: float
    q: float
    v: float

    @property
    def has_mean(self) -> bool:
        """Whether the expected spend of a customer without a repeat exists."""
        return self.q > 1

    def expected(self, occasions: Numbers, mean: Numbers) -> Numbers:
        """Expected amount at an occasion of customers with so many repeat occasions of this mean; q > 1."""
        return self.p * (self.v + occasions * mean) / (self.p * occasions + self.q - 1)


@dataclass(frozen=True)
class FittedSpend(KnownSpend):
    """The same fitted to amounts."""

    log_likelihood: float
    n: int
    converged: bool
    on_edge: tuple[str, ...]
    errors: Numbers | None
    leaning: bool


def fit_spend(spends: Spends) -> FittedSpend | None:
    """The parameters under which these amounts are likeliest; None where nobody has a repeat occasion above zero.

    Amounts are first turned into units of their mean, so that nothing depends on the currency.
    """
    if not spends.n:
        return None
    unit = spends.pooled
    scaled, leaning = spends.in_units_of(unit), spends.n < FEW
    part = scaled.sample()
    starts = [CENTRE, CENTRE - np.array([0.5, 1.5, 1.0])]
    sample = None if part is scaled else _mean(part)
    found = maximum(_mean(scaled), spends.n, starts, CENTRE if leaning else None, sample)
    p, q, v = np.exp(found.place)
    errors = None if found.deviations is None else found.deviations * np.array([p, q, v * unit])
    edge = tuple("pqv"[number] for number in found.on_edge)
    log_likelihood = found.value - spends.n * float(np.log(unit))
    return FittedSpend(
        float(p), float(q), float(v * unit), log_likelihood, spends.n, found.converged, edge, errors, leaning
    )


def _mean(spends: Spends) -> Mean:
    return lambda place: likelihood(np.exp(place), spends).over(spends.n)


def likelihood(parameters: Numbers, spends: Spends) -> Total:
    """Log-likelihood of all means, and how it changes along the logarithm of p, q, v.

    What depends on the number of occasions alone is worked out once for each; of every mean m a logarithm and an
    inverse are left.
    """
    total = _by_occasions(parameters, spends)
    for part in spends.parts(CHUNK):
        total = total.plus(_by_money(parameters, part))
    return total.in_logarithms(parameters)


def _by_occasions(parameters: Numbers, spends: Spends) -> Total:
    """Log of Γ(px+q)/(Γ(px)Γ(q)) · (v/(xm))^q / m."""
    from scipy.special import digamma, gammaln, polygamma

    p, q, v = parameters
    x, customers = spends.by_occasions
    both = p * x + q
    value = gammaln(both) - gammaln(p * x) - gammaln(q) + q * np.log(v)
    slopes = [x * (digamma(both) - digamma(p * x)), digamma(both) - digamma(q) + np.log(v), np.full_like(x, q / v)]
    curvature = np.diag([0.0, 0.0, -q * spends.n / v**2])
    curvature[0, 0] = (x**2 * (polygamma(1, both) - polygamma(1, p * x)) * customers).sum()
    curvature[1, 1] = ((polygamma(1, both) - polygamma(1, q)) * customers).sum()
    curvature[[0, 1], [1, 0]] = (x * polygamma(1, both) * customers).sum()
    curvature[[1, 2], [2, 1]] = spends.n / v
    money, means = spends.logs
    slope = (np.stack(slopes) * customers).sum(axis=1) - np.array([0.0, money, 0.0])
    return Total(float((value * customers).sum()) - q * money - means, slope, curvature)


def _by_money(parameters: Numbers, spends: Spends) -> Total:
    """Log of (1 + v/(xm))^-(px+q)."""
    p, q, v = parameters
    x, money = spends.occasions, spends.occasions * spends.mean
    log, inverse, power = np.log1p(v / money) * spends.customers, spends.customers / (v + money), p * x + q
    slope = np.array([(x * log).sum(), log.sum(), (power * inverse).sum()])
    by_p, by_q, by_v = (x * inverse).sum(), inverse.sum(), -(power * inverse / (v + money)).sum()
    curvature = np.array([[0.0, 0.0, by_p], [0.0, 0.0, by_q], [by_p, by_q, by_v]])
    return Total(-float((power * log).sum()), -slope, -curvature)
