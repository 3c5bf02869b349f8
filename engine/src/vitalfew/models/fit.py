"""A buying model fitted to histories, and what it says of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import lgamma

import numpy as np

from vitalfew.models.fitting import Mean, Optimum, maximum
from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.model import Model

FEW = 30
"""Fewer customers with a repeat than this lean on the weak prior."""


@dataclass(frozen=True)
class Known:
    """A model with its parameters, times in days."""

    model: Model
    values: Numbers

    def parameters(self, period: float = 1.0) -> dict[str, float]:
        """Name → value, times in periods of so many days; k first, where it was chosen."""
        chosen = {} if self.model.k is None else {"k": self.model.k}
        return {**chosen, **self._named(self.values, period)}

    def _named(self, values: Numbers, period: float) -> dict[str, float]:
        names, times = self.model.parameters, self.model.times
        return {
            name: float(value) / (period if name in times else 1.0) for name, value in zip(names, values, strict=True)
        }


@dataclass(frozen=True)
class Fitted(Known):
    """A model fitted to histories, and how far it is to be trusted.

    `log_likelihood` is that of the histories in days; `errors` are standard errors, None where there are none:
    `on_edge` names the parameters that the likelihood would have beyond all bounds. `leaning` says whether there were
    so few repeat customers that the prior took part.
    """

    log_likelihood: float
    repeats: float
    converged: bool
    on_edge: tuple[str, ...]
    errors: Numbers | None
    leaning: bool

    def standard_errors(self, period: float = 1.0) -> Mapping[str, float] | None:
        """Name → standard error, or None."""
        return None if self.errors is None else self._named(self.errors, period)

    def log_likelihood_in(self, period: float) -> float:
        """With times in periods: a density of x moments grows by the period with each of them."""
        return self.log_likelihood + self.repeats * float(np.log(period))


def fit(model: Model, histories: Histories) -> Fitted:
    """The parameters under which these histories are likeliest; histories in days, at least one customer.

    Of a family of models the likeliest, tried in order as long as the likelihood rises; the first one where a prior has
    to take part.
    """
    found = _fit(model, histories)
    while found.model.steadier is not None and not found.leaning:
        further = _fit(found.model.steadier(), histories)
        if not further.log_likelihood > found.log_likelihood:
            break
        found = further
    return found


def _fit(model: Model, histories: Histories) -> Fitted:
    """One model's best parameters.

    Times are first turned into units of the mean age, so that nothing depends on the unit they are counted in. Where
    no day has passed yet for anybody the centre of the prior is all there is.
    """
    unit = histories.mean_age
    scaled = histories.in_units_of(unit)
    centre = np.log(model.centre)
    mean, leaning = _mean(model, scaled), histories.repeaters < FEW or not histories.timed
    if histories.timed:
        lean, part = centre if leaning else None, scaled.sample()
        found = maximum(mean, histories.n, _starts(centre), lean, None if part is scaled else _mean(model, part))
    else:
        found = Optimum(centre, mean(centre).value * histories.n, converged=True, on_edge=(), deviations=None)
    return _in_days(model, scaled, found, unit, leaning=leaning)


def _in_days(model: Model, scaled: Histories, found: Optimum, unit: float, *, leaning: bool) -> Fitted:
    scale = np.array([unit if name in model.times else 1.0 for name in model.parameters])
    values = np.exp(found.place) * scale
    log_likelihood = found.value + _of_gaps(model, scaled) - scaled.repeats * float(np.log(unit))
    return Fitted(
        model,
        values,
        log_likelihood,
        scaled.repeats,
        found.converged,
        tuple(model.parameters[number] for number in found.on_edge),
        None if found.deviations is None else found.deviations * values,
        leaning,
    )


def _of_gaps(model: Model, histories: Histories) -> float:
    """What the gaps add to the log-likelihood that no parameter changes: Σ over gaps of (k-1) log(gap) - log Γ(k)."""
    k = model.k or 1
    return (k - 1) * histories.log_gaps - histories.repeats * lgamma(k)


def _mean(model: Model, histories: Histories) -> Mean:
    return lambda place: model.likelihood(np.exp(place), histories).over(histories.n)


def _starts(centre: Numbers) -> list[Numbers]:
    """The centre, and a company whose customers buy more alike and stay longer."""
    return [centre, centre + np.array([1.0, 0.7, -1.0, 1.0])]
