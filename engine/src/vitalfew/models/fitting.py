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

Slope = Callable[[Numbers], tuple[float, Numbers]]
"""Logarithms of the parameters → mean log-likelihood and its slope."""

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
    mean: Slope, n: float, starts: list[Numbers], centre: Numbers | None = None, sample: Slope | None = None
) -> Optimum:
    """The best end of searches from several starts; with a `centre` the prior leans to it. `n` is how many were seen.

    With a `sample` of the same the search goes there, and its curvature leads the last steps over all of them.
    """
    leaning = mean if centre is None else _with_prior(mean, n, centre)
    place = _found(leaning, starts, leaning if sample is None else sample)
    _, slope = leaning(place)
    edge = _edges(place, slope)
    free = np.array([number for number in range(len(place)) if number not in edge], int)
    converged = bool(np.all(np.abs(slope[free]) < FLAT))
    deviations = None if edge else _deviations(_curvature(leaning, place, free), n)
    return Optimum(place, mean(place)[0] * n, converged, edge, deviations)


def _found(mean: Slope, starts: list[Numbers], sample: Slope) -> Numbers:
    ends = [_search(sample, start) for start in starts]
    best = max(ends, key=lambda end: sample(end)[0])
    place = _polished(mean, best, sample)
    if sample is mean or np.abs(mean(place)[1]).max() < PRECISE:
        return place
    return _found(mean, [place], mean)


def _with_prior(mean: Slope, n: float, centre: Numbers) -> Slope:
    def leaning(place: Numbers) -> tuple[float, Numbers]:
        value, slope = mean(place)
        off = (place - centre) / DEVIATION
        return value - float((off**2).sum()) / 2 / n, slope - off / DEVIATION / n

    return leaning


def _search(mean: Slope, start: Numbers) -> Numbers:
    from scipy.optimize import minimize

    def down(place: Numbers) -> tuple[float, Numbers]:
        value, slope = mean(place)
        return -value, -slope

    bounds = [(LOWEST, HIGHEST)] * len(start)
    options = {"maxiter": 500, "ftol": 1e-15, "gtol": 1e-8}
    return np.asarray(minimize(down, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options).x)


def _polished(mean: Slope, place: Numbers, sample: Slope) -> Numbers:
    """Newton's last steps, as long as they lead up and stay inside; the curvature of a sample is taken once."""
    value, slope = mean(place)
    curvature: Numbers | None = None
    free = np.array([], int)
    for _ in range(ROUNDS):
        before, free = free, np.array([n for n in range(len(place)) if n not in _edges(place, slope)], int)
        if not len(free) or np.abs(slope[free]).max() < 1e-11:
            break
        if curvature is None or sample is mean or not np.array_equal(free, before):
            curvature = _curvature(sample, place, free)
        step = _newton(curvature, slope[free])
        if step is None:
            break
        near = place.copy()
        near[free] = np.clip(place[free] + step, LOWEST, HIGHEST)
        better, steeper = mean(near)
        if not better > value - 1e-14 * abs(value) or np.abs(steeper[free]).max() >= np.abs(slope[free]).max():
            break
        place, value, slope = near, better, steeper
    return place


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


def _curvature(mean: Slope, place: Numbers, free: Numbers) -> Numbers:
    """Second derivatives along the free parameters, from the slopes on both sides."""
    rows = []
    for number in free:
        off = np.zeros_like(place)
        off[number] = STEP
        rows.append((mean(place + off)[1] - mean(place - off)[1])[free] / (2 * STEP))
    table = np.array(rows).reshape(len(free), len(free))
    found: Numbers = (table + table.T) / 2
    return found


def _deviations(curvature: Numbers, n: float) -> Numbers | None:
    """Standard errors of the logarithms from the observed information."""
    try:
        np.linalg.cholesky(-curvature)
    except np.linalg.LinAlgError:
        return None
    spread = np.diag(np.linalg.inv(-curvature * n))
    return np.sqrt(spread) if np.all(spread > 0) else None
