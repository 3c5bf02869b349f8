"""Who is like whom, and what such customers spend: the strongest likenesses first, fewer of them where too few share all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.insight.traits.values import Mask, Sorted
from vitalfew.proof.rankings import Numbers

FEWEST = 20
"""Other customers alike, below which nothing is said: five of them stand above the upper quartile."""

MOST = 3
"""Likenesses that are asked for at once, beside how often a customer buys."""

TELLS = 0.01
"""Part of the spread of sales that a likeness has to explain."""

PARTS = ((1, 2), (3, 4))
"""Quantiles: what half of the peers do not exceed, and what three in four do not."""

NOBODY = -1

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Level:
    """Customers put together by some likenesses.

    `group` is the group of each, NOBODY where a likeness is unknown; `sizes` counts the members of each group who may be
    peers.
    """

    features: tuple[Sorted, ...]
    group: Places
    sizes: Places


@dataclass(frozen=True)
class Peers:
    """For each customer: the place among `levels` by which it has peers (NOBODY: none), how many others, and two of them.

    `half` and `quarter` are the places of the customers whose sales half and three in four of the others do not exceed.
    """

    levels: tuple[Level, ...]
    level: Places
    others: Places
    half: Places
    quarter: Places


def strongest(features: Sequence[Sorted], pool: Mask, sales: Numbers) -> tuple[Sorted, ...]:
    """The likenesses that explain most of the spread of the logarithm of sales within the pool, the best three first.

    The part explained is the adjusted one (Ezekiel 1930), or the attribute of most values would always win.
    """
    if pool.sum() <= FEWEST:
        return ()
    parts = [(_explained(one.places[pool], np.log(sales[pool])), one) for one in features]
    order = sorted((pair for pair in parts if pair[0] >= TELLS), key=lambda pair: (-pair[0], pair[1].attribute.name))
    return tuple(one for _, one in order[:MOST])


def _explained(places: npt.NDArray[np.int16], spend: Numbers) -> float:
    known = places >= 0
    _, group = np.unique(places[known], return_inverse=True)
    values = spend[known]
    n, k = len(values), int(group.max(initial=-1)) + 1
    whole = float(((values - values.mean()) ** 2).sum()) if n else 0.0
    if k < 2 or n <= k + 1 or whole <= 0:
        return 0.0
    means = np.bincount(group, values) / np.bincount(group)
    within = float(((values - means[group]) ** 2).sum())
    return 1 - (within / (n - k)) / (whole / (n - 1))


def peers(nests: Sequence[tuple[Mask, Sequence[Sorted]]], pool: Mask, sales: Numbers) -> Peers:
    """The peers of everybody. `nests` says by which likenesses whom is to be compared, the strongest first."""
    found = Peers((), *(np.full(len(sales), NOBODY, np.int64) for _ in range(4)))
    levels: list[Level] = []
    for who, features in nests:
        for level in _levels(features, pool):
            _fill(found, level, len(levels), who & (found.level == NOBODY), pool, sales)
            levels.append(level)
    return Peers(tuple(levels), found.level, found.others, found.half, found.quarter)


def _levels(features: Sequence[Sorted], pool: Mask) -> Iterator[Level]:
    """All likenesses together, then without the weakest, down to one."""
    for many in range(len(features), 0, -1):
        chosen = tuple(features[:many])
        known = np.all([one.places >= 0 for one in chosen], axis=0)
        key = np.zeros(len(pool), np.int64)
        for one in chosen:
            key = key * len(one.labels) + one.places
        group = np.full(len(pool), NOBODY, np.int64)
        group[known] = np.unique(key[known], return_inverse=True)[1]
        yield Level(chosen, group, np.bincount(group[known & pool], minlength=int(group.max(initial=NOBODY)) + 1))


def _fill(found: Peers, level: Level, place: int, open_: Mask, pool: Mask, sales: Numbers) -> None:
    """Give those who are open yet their peers of this level, where they have enough."""
    member = np.flatnonzero(pool & (level.group >= 0))
    order = member[np.lexsort((member, sales[member], level.group[member]))]
    starts = np.cumsum(level.sizes) - level.sizes
    rank = np.full(len(pool), len(pool), np.int64)
    rank[order] = np.arange(len(order)) - starts[level.group[order]]
    who = np.flatnonzero(open_ & (level.group >= 0))
    others = level.sizes[level.group[who]] - pool[who]
    who, others = who[others >= FEWEST], others[others >= FEWEST]
    found.level[who], found.others[who] = place, others
    for into, (part, of) in zip((found.half, found.quarter), PARTS, strict=True):
        at = -(-others * part // of) - 1
        into[who] = order[starts[level.group[who]] + at + (rank[who] <= at)]
