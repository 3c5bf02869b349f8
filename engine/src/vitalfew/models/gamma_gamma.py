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

from vitalfew.models.fitting import maximum
from vitalfew.models.histories import Numbers

CENTRE = np.log([4.0, 4.0, 1.0])
"""p, q, and v in units of the mean amount."""

FEW = 30


@dataclass(frozen=True)
class Spends:
    """Repeat occasions and their mean amount, of customers whose mean is above zero; `customers` how many have both."""

    occasions: Numbers
    mean: Numbers
    customers: Numbers

    @property
    def n(self) -> int:
        """Customers in all."""
        return int(self.customers.sum())

    @property
    def pooled(self) -> float:
        """The mean amount of all their occasions; 0 without any."""
        count = float((self.occasions * self.customers).sum())
        return float((self.occasions * self.mean * self.customers).sum()) / count if count else 0.0


@dataclass(frozen=True)
class FittedSpend:
    """Gamma-Gamma with its parameters, v in money; `has_mean` is false for q ≤ 1, where there is no mean of all."""

    p: float
    q: float
    v: float
    log_likelihood: float
    n: int
    converged: bool
    on_edge: tuple[str, ...]
    errors: Numbers | None
    leaning: bool

    @property
    def has_mean(self) -> bool:
        """Whether the expected spend of a customer without a repeat exists."""
        return self.q > 1

    def expected(self, occasions: Numbers, mean: Numbers) -> Numbers:
        """Expected amount at an occasion of customers with so many repeat occasions of this mean; q > 1."""
        return self.p * (self.v + occasions * mean) / (self.p * occasions + self.q - 1)


def fit_spend(spends: Spends) -> FittedSpend | None:
    """The parameters under which these amounts are likeliest; None where nobody has a repeat occasion above zero.

    Amounts are first turned into units of their mean, so that nothing depends on the currency.
    """
    if not spends.n:
        return None
    unit = spends.pooled
    scaled = Spends(spends.occasions, spends.mean / unit, spends.customers)
    weights = spends.customers / spends.n

    def mean(place: Numbers) -> tuple[float, Numbers]:
        values, slopes = likelihood(np.exp(place), scaled)
        return float((values * weights).sum()), (slopes * weights).sum(axis=1)

    leaning = spends.n < FEW
    found = maximum(mean, spends.n, [CENTRE, CENTRE - np.array([0.5, 1.5, 1.0])], CENTRE if leaning else None)
    p, q, v = np.exp(found.place)
    errors = None if found.deviations is None else found.deviations * np.array([p, q, v * unit])
    edge = tuple("pqv"[number] for number in found.on_edge)
    log_likelihood = found.value - spends.n * float(np.log(unit))
    return FittedSpend(
        float(p), float(q), float(v * unit), log_likelihood, spends.n, found.converged, edge, errors, leaning
    )


def likelihood(parameters: Numbers, spends: Spends) -> tuple[Numbers, Numbers]:
    """Log-likelihood of each mean and its slope along the logarithm of p, q, v."""
    from scipy.special import digamma, gammaln

    p, q, v = parameters
    x, m = spends.occasions, spends.mean
    px, total = p * x, x * m
    share = np.log(total) - np.log(v + total)
    value = gammaln(px + q) - gammaln(px) - gammaln(q) + px * share - q * np.log1p(total / v) - np.log(m)
    slopes = np.stack(
        [
            x * (digamma(px + q) - digamma(px) + share),
            digamma(px + q) - digamma(q) - np.log1p(total / v),
            (q * total / v - px) / (v + total),
        ]
    )
    return value, slopes * parameters[:, None]
