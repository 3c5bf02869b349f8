"""How long customers stay: the share that still buys after so many days, with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vitalfew.insight.estimates import DIGITS, NORMAL

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Point:
    """The share that still buys later than `day` days after the first purchase.

    `low` and `high` are its 95 % interval, missing where all or none are left. `at_risk` were watched that long.
    """

    day: int
    share: float
    low: float | None
    high: float | None
    at_risk: int


@dataclass(frozen=True)
class Survival:
    """A point for each day on which somebody bought for the last time; `reach` is the longest watch in days.

    Of `customers` that could be judged, `lost` have left.
    """

    points: tuple[Point, ...]
    reach: int
    customers: int
    lost: int

    def after(self, day: int) -> Point | None:
        """The point that holds after so many days; None where nobody was watched that long."""
        if day > self.reach or not self.customers:
            return None
        whole = Point(day, 1.0, None, None, self.customers)
        return next((point for point in reversed(self.points) if point.day <= day), whole)

    @property
    def half(self) -> int | None:
        """The day by which half have bought for the last time; None where fewer have."""
        return next((point.day for point in self.points if point.share <= 0.5), None)


def survival(days: Numbers, lost: npt.NDArray[np.bool_], counts: Numbers) -> Survival:
    """The estimate of Kaplan and Meier (1958), with Greenwood's variance on the scale of log(-log).

    A row says that `counts` customers left after so many `days`, or were watched so long and had not (`lost` false).
    Who leaves on a day is counted before who is watched to that day only.
    """
    found, places = np.unique(days, return_inverse=True)
    leaving, there = (np.bincount(places, weights).astype(np.int64) for weights in (counts * lost, counts))
    at_risk = there[::-1].cumsum()[::-1]
    share = np.cumprod(1 - leaving / np.maximum(at_risk, 1))
    low, high = _interval(share, leaving, at_risk)
    points = (
        Point(int(found[at]), round(float(share[at]), DIGITS), low[at], high[at], int(at_risk[at]))
        for at in np.flatnonzero(leaving)
    )
    reach = int(found[-1]) if len(found) else 0
    return Survival(tuple(points), reach, int(counts.sum()), int(leaving.sum()))


def _interval(share: Any, leaving: Numbers, at_risk: Numbers) -> tuple[list[float | None], list[float | None]]:
    left = at_risk - leaving
    spread = np.cumsum(np.divide(leaving, at_risk * left, out=np.zeros(len(left)), where=left > 0))
    inside = (share > 0) & (share < 1)
    logarithm = np.log(share, out=np.full(len(left), -1.0), where=inside)
    width = np.exp(NORMAL * np.sqrt(spread) / -logarithm)
    return _known(share**width, inside), _known(share ** (1 / width), inside)


def _known(values: Any, inside: Any) -> list[float | None]:
    pairs = zip(values.tolist(), inside.tolist(), strict=True)
    return [round(value, DIGITS) if known else None for value, known in pairs]
