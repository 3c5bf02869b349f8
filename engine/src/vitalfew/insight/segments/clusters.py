"""Customers on a common scale → groups of those that are alike; how many, the figures say (k-means on SciPy)."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.insight.segments.behaviour import Matrix

Places = npt.NDArray[np.int64]

SEED = 2026
SAMPLE = 20_000
"""Customers that groups are formed by; all others join the nearest one."""

LOOKED_AT = 2_000
"""Customers that the silhouette is taken of: it compares each with each."""

STARTS, ROUNDS = 5, 50
FEWEST, MOST = 2, 8
"""Groups that are tried where nobody says how many."""

NEARLY = 0.8
"""Part of the best silhouette that more groups may have: two groups are nearly always best apart, and say little."""

SMALLEST = 5
"""Customers of a group, and that many in a thousand of all: what is smaller is a handful of odd ones."""


@dataclass(frozen=True)
class Clusters:
    """Middles of groups (group × feature), and how well apart they are: the mean silhouette, from -1 to 1."""

    middles: Matrix
    silhouette: float


def clusters(
    points: Matrix, count: int | None = None, told_apart: Callable[[Matrix], bool] = lambda _middles: True
) -> tuple[Clusters | None, tuple[tuple[int, float], ...]]:
    """As many groups as the silhouettes speak for, and what each number of groups that could be formed had.

    Chosen is the largest number that stands above its neighbours, with a silhouette of 0.8 of the best, of those whose
    middles are `told_apart`. None where no number of groups leaves each with customers enough.
    """
    some = _some(points, SAMPLE)
    tried = [_formed(some, k) for k in ([count] if count else range(FEWEST, MOST + 1))]
    found = [one for one in tried if one is not None]
    widths = [one.silhouette for one in found]
    chosen = [found[place] for place in _peaks(widths) if told_apart(found[place].middles)]
    best = max(found, key=lambda one: one.silhouette, default=None)
    return (chosen[-1] if chosen else best), tuple(zip((len(one.middles) for one in found), widths, strict=True))


def _peaks(widths: Sequence[float]) -> list[int]:
    """The places above their neighbours that are nearly the best; the last place only where it is the best."""
    if not widths:
        return []
    ends = [-2.0, *widths, max(widths)]
    rising = (place for place, width in enumerate(widths) if ends[place] < width >= ends[place + 2])
    return [place for place in rising if widths[place] >= min(NEARLY * max(widths), max(widths))]


def nearest(points: Matrix, middles: Matrix) -> Places:
    """The group of each customer: the one whose middle is nearest."""
    from scipy.cluster.vq import vq

    return vq(points, middles)[0].astype(np.int64) if len(points) else np.zeros(0, np.int64)


def fit_of(points: Matrix, middles: Matrix) -> Matrix:
    """How clearly each customer belongs: the distance to the next middle less that to its own, by the larger of them."""
    from scipy.spatial.distance import cdist

    first, second = np.sort(cdist(points, middles), axis=1)[:, :2].T
    clear: Matrix = np.divide(second - first, second, out=np.zeros(len(points)), where=second > 0)
    return clear


def _some(points: Matrix, most: int) -> Matrix:
    if len(points) <= most:
        return points
    chosen = np.random.default_rng(SEED).choice(len(points), most, replace=False)
    return points[np.sort(chosen)]


def _formed(points: Matrix, k: int) -> Clusters | None:
    """The closest of some starts; None where a group would be too small."""
    from scipy.cluster.vq import ClusterError, kmeans2

    if len(np.unique(points, axis=0)) < k:
        return None
    best: tuple[float, Matrix, Places] | None = None
    for start in range(STARTS):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                middles, _ = kmeans2(
                    points, k, iter=ROUNDS, minit="++", missing="raise", seed=np.random.default_rng([SEED, k, start])
                )
        except (ClusterError, ValueError):
            continue
        places = nearest(points, middles)
        spread = float(((points - middles[places]) ** 2).sum())
        if best is None or spread < best[0]:
            best = spread, middles, places
    if best is None or np.bincount(best[2], minlength=k).min() < max(SMALLEST, len(points) * SMALLEST // 1000):
        return None
    return Clusters(best[1], silhouette(points, best[2]))


def silhouette(points: Matrix, places: Places) -> float:
    """The mean silhouette of up to 2,000 customers (Rousseeuw 1987): how much nearer the own group is than the next."""
    from scipy.spatial.distance import cdist

    chosen = _some(np.column_stack([points, places]), LOOKED_AT)
    some, groups = chosen[:, :-1], chosen[:, -1].astype(np.int64)
    sizes = np.bincount(groups)
    held = np.flatnonzero(sizes)
    sums = np.stack([cdist(some, some[groups == group]).sum(axis=1) for group in held], axis=1)
    own = np.searchsorted(held, groups)
    rows = np.arange(len(some))
    others = sizes[held][own] - 1
    inside = sums[rows, own] / np.maximum(others, 1)
    means = sums / sizes[held]
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    width = np.where(others > 0, (outside - inside) / np.maximum(np.maximum(outside, inside), 1e-300), 0.0)
    return round(float(width.mean()), 6)
