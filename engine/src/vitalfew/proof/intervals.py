"""Measures of all methods with intervals: the bootstrap draws customers, the same ones for every method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.proof.measures import FORECAST, MEASURES, OF_RANKING, Faced, Outcome, Truth, errors
from vitalfew.proof.rankings import Numbers, Ranking, Weighed, Weights

DRAWS, FEWEST = 200, 50
"""Draws of the bootstrap, and of very many customers, whose intervals are narrow."""

DRAWN = 20_000_000
"""Customers drawn in all, from which on there are fewer draws: 100,000 customers two hundred times."""

LEVEL = 0.95
"""How often an interval should hold the truth."""

SEED = 1978
"""The same facts give the same draws."""


@dataclass(frozen=True)
class Estimate:
    """A measure with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Told:
    """What a method says of customers: their ranking, and where it gives them a chance and an expected amount of each."""

    ranking: Ranking
    chance: Numbers | None = None
    expected: Numbers | None = None


Values = npt.NDArray[np.float64]
"""Method by method, in each the measures in their order."""

Estimates = Mapping[str, Mapping[str, Estimate | None]]
"""Method → measure → estimate; None where it cannot be formed."""


def draws(customers: int) -> Iterator[Weights]:
    """How often each customer is drawn: as many as there are, with replacement, many times, by a fixed seed."""
    dice = np.random.default_rng(SEED)
    for _ in range(max(FEWEST, min(DRAWS, DRAWN // customers))):
        yield np.bincount(dice.integers(0, customers, customers), minlength=customers).astype(np.uint8)


class Contest:
    """Methods held against one truth, with everything that does not depend on the draw worked out once."""

    def __init__(self, told: Iterable[Told], truth: Truth) -> None:
        self.truth = truth
        self.methods = [(Faced(one.ranking, truth), errors(truth, one.chance, one.expected)) for one in told]

    def values(self, weights: Weights) -> Values:
        """The measures of every method, customers counted as often as the weights say."""
        outcome = Outcome(self.truth, weights)
        return np.array([self._of(faced, wrong, weights, outcome) for faced, wrong in self.methods])

    def _of(self, faced: Faced, wrong: Mapping[str, Numbers], weights: Weights, outcome: Outcome) -> list[float]:
        weighed = Weighed(faced.ranking, weights)
        means = {name: float(each @ outcome.weights) / weighed.total for name, each in wrong.items()}
        ranked = [measure(faced, weighed, outcome) for measure in OF_RANKING.values()]
        return [*ranked, *(means.get(name, np.nan) for name in FORECAST)]

    def drawn(self) -> Values:
        """The same of many draws."""
        return np.array([self.values(weights) for weights in draws(len(self.truth.revenue))])


def estimates(told: Mapping[str, Told], truth: Truth) -> tuple[Estimates, Estimates]:
    """The measures of every method, and how far the first method is ahead of each, draw by draw."""
    contest = Contest(told.values(), truth)
    values, drawn = contest.values(np.ones(len(truth.revenue), np.uint8)), contest.drawn()
    return _named(told, values, drawn), _named(told, values[:1] - values, drawn[:, :1] - drawn)


def _named(methods: Iterable[str], values: Values, drawn: Values) -> Estimates:
    return {
        method: {name: estimate(values[row, place], drawn[:, row, place]) for place, name in enumerate(MEASURES)}
        for row, method in enumerate(methods)
    }


def estimate(value: float, drawn: Numbers) -> Estimate | None:
    """A value with the interval of its draws; None where it cannot be formed."""
    known = drawn[np.isfinite(drawn)]
    if not np.isfinite(value) or not len(known):
        return None
    return Estimate(*(_short(number) for number in (value, *between(known))))


def between(drawn: Numbers) -> Numbers:
    """The two ends of the interval that so many draws give; of several columns those of each."""
    return np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)


def _short(number: float) -> float:
    """Six digits behind the point: what stands behind them depends on the machine. Zero has no sign."""
    return round(float(number), 6) + 0.0
