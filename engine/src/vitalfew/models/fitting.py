"""Maximum likelihood for models of positive parameters: in logarithms, with the slope given, inside wide bounds.

Where a maximum lies on the edge (nobody leaves, everybody buys at one pace) the search ends at a bound. That is said;
what follows from the parameters is finite there too. Small data lean on a weak prior: each logarithm is normal around
the centre with a deviation of 1.5, the deviation a factor of 4.5 both ways.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from vitalfew.models.histories import Numbers
from vitalfew.models.total import Total

Mean = Callable[[Numbers], Total]
"""Logarithms of the parameters → mean log-likelihood of the customers, and how it changes along them."""

LOWEST, HIGHEST = -9.0, 9.0
"""Bounds of a logarithm: e^9 is 8,103 times the unit."""

DEVIATION = 1.5
ON_EDGE = 1e-6
STEP = 1e-4
FLAT = 1e-5
"""A slope of the mean log-likelihood that counts as none."""

PRECISE = 1e-9
"""A slope of all after which a search that began on a sample need not go on."""

ROUNDS = 30


@dataclass(frozen=True)
class Optimum:
    """Where the search ended, in logarithms. `deviations` is None where a parameter is on the edge or the maximum flat."""

    place: Numbers
    value: float
    converged: bool
    on_edge: tuple[int, ...]
    deviations: Numbers | None


def maximum(
    mean: Mean, n: float, starts: list[Numbers], centre: Numbers | None = None, sample: Mean | None = None
) -> Optimum:
    """The best end of searches from several starts; with a `centre` the prior leans to it. `n` is how many were seen.

    With a `sample` of the same the search goes there, and the last steps go over all of them.
    """
    leaning = mean if centre is None else _with_prior(mean, n, centre)
    place, end = _found(leaning, starts, leaning if sample is None else sample)
    edge = _edges(place, end.slope)
    free = np.array([number for number in range(len(place)) if number not in edge], int)
    converged = bool(np.all(np.abs(end.slope[free]) < FLAT))
    deviations = None if edge else _deviations(_curvature(leaning, place, end, free), n)
    return Optimum(place, (end if centre is None else mean(place)).value * n, converged, edge, deviations)


def _found(mean: Mean, starts: list[Numbers], sample: Mean) -> tuple[Numbers, Total]:
    ends = [_search(sample, start) for start in starts]
    best = max(ends, key=lambda end: sample(end).value)
    place, end = _polished(mean, best, sample)
    if sample is mean or np.abs(end.slope).max() < PRECISE:
        return place, end
    return _found(mean, [place], mean)


def _with_prior(mean: Mean, n: float, centre: Numbers) -> Mean:
    def leaning(place: Numbers) -> Total:
        off = (place - centre) / DEVIATION
        return mean(place).less(float((off**2).sum()) / 2 / n, off / DEVIATION / n, DEVIATION**-2 / n)

    return leaning


def _search(mean: Mean, start: Numbers) -> Numbers:
    """L-BFGS-B ends at the same places, but wakes the threads of BLAS for its tiny matrices: ten times the cost of a fit."""
    from scipy.optimize import minimize

    def down(place: Numbers) -> tuple[float, Numbers]:
        found = mean(place)
        return -found.value, -found.slope

    bounds = [(LOWEST, HIGHEST)] * len(start)
    options = {"maxfun": 500, "ftol": 1e-15, "gtol": 1e-8}
    return np.asarray(minimize(down, start, jac=True, method="TNC", bounds=bounds, options=options).x)


def _polished(mean: Mean, place: Numbers, sample: Mean) -> tuple[Numbers, Total]:
    """Newton's last steps, as long as they lead up and stay inside.

    Where the curvature has to be found by steps to all sides, that of a sample is taken, once.
    """
    here = mean(place)
    curvature: Numbers | None = None
    free = np.array([], int)
    for _ in range(ROUNDS):
        before, free = free, np.array([n for n in range(len(place)) if n not in _edges(place, here.slope)], int)
        if not len(free) or np.abs(here.slope[free]).max() < 1e-11:
            break
        if curvature is None or here.curvature is not None or sample is mean or not np.array_equal(free, before):
            curvature = _curvature(sample, place, here, free)
        step = _newton(curvature, here.slope[free])
        if step is None:
            break
        near = place.copy()
        near[free] = np.clip(place[free] + step, LOWEST, HIGHEST)
        there = mean(near)
        worse = not there.value > here.value - 1e-14 * abs(here.value)
        if worse or np.abs(there.slope[free]).max() >= np.abs(here.slope[free]).max():
            break
        place, here = near, there
    return place, here


def _newton(curvature: Numbers, slope: Numbers) -> Numbers | None:
    """The step to the top of the parabola, no longer than 1; None where there is no top."""
    try:
        np.linalg.cholesky(-curvature)
    except np.linalg.LinAlgError:
        return None
    step = np.asarray(np.linalg.solve(-curvature, slope), np.float64)
    return step / max(1.0, float(np.abs(step).max()))


def _edges(place: Numbers, slope: Numbers) -> tuple[int, ...]:
    """The parameters at a bound that the likelihood would have beyond it."""
    low = (place <= LOWEST + ON_EDGE) & (slope <= 0)
    high = (place >= HIGHEST - ON_EDGE) & (slope >= 0)
    return tuple(int(number) for number in np.flatnonzero(low | high))


def _curvature(mean: Mean, place: Numbers, here: Total, free: Numbers) -> Numbers:
    """Second derivatives along the free parameters: as known at this place, or from slopes beside it."""
    found: Numbers
    if here.curvature is not None:
        found = here.curvature[np.ix_(free, free)]
        return found
    rows, slope = [], mean(place).slope
    for number in free:
        off = np.zeros_like(place)
        off[number] = STEP
        rows.append((mean(place + off).slope - slope)[free] / STEP)
    table = np.array(rows).reshape(len(free), len(free))
    found = (table + table.T) / 2
    return found


def _deviations(curvature: Numbers, n: float) -> Numbers | None:
    """Standard errors of the logarithms from the observed information."""
    try:
        np.linalg.cholesky(-curvature)
    except np.linalg.LinAlgError:
        return None
    spread = np.diag(np.linalg.inv(-curvature * n))
    return np.sqrt(spread) if np.all(spread > 0) else None
