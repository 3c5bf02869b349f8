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
from functools import cached_property

import numpy as np
import numpy.typing as npt

from vitalfew.models.fitting import Slope, maximum
from vitalfew.models.histories import SAMPLED, Numbers

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

    @cached_property
    def kinds(self) -> tuple[Numbers, npt.NDArray[np.intp]]:
        """The different numbers of occasions, and which of them each row has."""
        values, places = np.unique(self.occasions, return_inverse=True)
        return values, places

    def in_units_of(self, money: float) -> Spends:
        """The same with amounts counted in units of so much money."""
        return Spends(self.occasions, self.mean / money, self.customers)

    def sample(self) -> Spends:
        """Evenly some of many, in their order; all of them where there are few."""
        step = len(self.mean) // SAMPLED
        if step < 2:
            return self
        return Spends(*(column[step // 2 :: step] for column in (self.occasions, self.mean, self.customers)))


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


def _mean(spends: Spends) -> Slope:
    weights = spends.customers / spends.n

    def mean(place: Numbers) -> tuple[float, Numbers]:
        values, slopes = likelihood(np.exp(place), spends)
        return float((values * weights).sum()), (slopes * weights).sum(axis=1)

    return mean


def likelihood(parameters: Numbers, spends: Spends) -> tuple[Numbers, Numbers]:
    """Log-likelihood of each mean and its slope along the logarithm of p, q, v."""
    from scipy.special import digamma, gammaln

    p, q, v = parameters
    x, m = spends.occasions, spends.mean
    px, total = p * x, x * m
    kinds, places = spends.kinds
    share = np.log(total) - np.log(v + total)
    value = (
        (gammaln(p * kinds + q) - gammaln(p * kinds) - gammaln(q))[places]
        + px * share
        - q * np.log1p(total / v)
        - np.log(m)
    )
    slopes = np.stack(
        [
            x * ((digamma(p * kinds + q) - digamma(p * kinds))[places] + share),
            (digamma(p * kinds + q) - digamma(q))[places] - np.log1p(total / v),
            (q * total / v - px) / (v + total),
        ]
    )
    return value, slopes * parameters[:, None]
