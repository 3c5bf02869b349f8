"""A year ago and now: who changed the segment, and whether the same segments would have been found then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.estimates import Share, share
from vitalfew.insight.segments.behaviour import Behaviour, Matrix, scale_of
from vitalfew.insight.segments.clusters import Clusters, Places, clusters, nearest

SHIFTED, MOVED_FAR = 0.1, 0.25
"""Population stability index from which on sizes have shifted, and far (the usual limits, as in Siddiqi 2006)."""

SAME, ALIKE = 0.8, 0.5
"""Agreement of two groupings from which on they are the same in all but details, and below which they are others."""


@dataclass(frozen=True)
class Drift:
    """Today's segments laid on the customers as they were on the day `then`.

    `was` is the segment then of each customer of today, None for those who had not bought. `sizes_then` and `sizes_now`
    count all who had bought; `stayed` are those of both days in the segment of then. `stability` is the population stability
    index of the sizes, 0 where nothing shifted. `agreement` is the adjusted Rand index (Hubert and Arabie 1985) between
    today's segments and those that as many groups found of the facts of then would be: 1 the same, 0 as by chance; None
    where none could be formed.
    """

    then: date
    was: pa.Array
    sizes_then: tuple[int, ...]
    sizes_now: tuple[int, ...]
    stayed: Share
    stability: float
    agreement: float | None

    @property
    def shift(self) -> str:
        """`none`, `some` or `far`."""
        return "far" if self.stability >= MOVED_FAR else "some" if self.stability >= SHIFTED else "none"


def drift(before: Behaviour, then: date, now: Behaviour, places: Places, found: Clusters) -> Drift | None:
    """How the segments of now stood then. None where the facts of the two days have other features, or nobody had bought."""
    scale = scale_of(now)
    if before.features != now.features or not before.rows.num_rows:
        return None
    once = nearest(scale.of(before), found.middles)
    was = pa.array(once).take(pc.index_in(now.rows["customer_id"], value_set=_ids(before)).combine_chunks())
    both = np.asarray(pc.is_valid(was)).astype(bool)
    kept = np.asarray(pc.fill_null(was, -1)).astype(np.int64) == places
    count = len(found.middles)
    sizes_then, sizes_now = (np.bincount(one, minlength=count) for one in (once, places))
    return Drift(
        then,
        was,
        tuple(map(int, sizes_then)),
        tuple(map(int, sizes_now)),
        share(int(kept[both].sum()), int(both.sum())),
        stability(sizes_then, sizes_now),
        _agreement(before, once, count),
    )


def _ids(customers: Behaviour) -> pa.Array:
    return customers.rows["customer_id"].combine_chunks()


def _agreement(before: Behaviour, once: Places, count: int) -> float | None:
    own = scale_of(before)
    if not own.features:
        return None
    formed, _ = clusters(own.of(before), count)
    return None if formed is None else adjusted_rand(once, nearest(own.of(before), formed.middles))


def stability(then: Places, now: Places) -> float:
    """The population stability index: Σ (share now - share then) × ln(share now ÷ share then).

    Half a customer is added to each size, so that an empty segment has a logarithm.

    >>> import numpy as np
    >>> from vitalfew.insight.segments.drift import stability
    >>> stability(np.array([50, 50]), np.array([50, 50])), stability(np.array([50, 50]), np.array([80, 20]))
    (0.0, 0.406287)
    """
    was, new = ((sizes + 0.5) / (sizes + 0.5).sum() for sizes in (then, now))
    return round(float(((new - was) * np.log(new / was)).sum()), 6) + 0.0


def adjusted_rand(one: Places, other: Places) -> float:
    """How far two groupings of the same customers agree beyond chance (Hubert and Arabie 1985).

    >>> import numpy as np
    >>> from vitalfew.insight.segments.drift import adjusted_rand
    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    cells, rows, columns = (_pairs(part).sum() for part in (table, table.sum(axis=1), table.sum(axis=0)))
    chance = rows * columns / max(_pairs(np.array(float(len(one)))), 1)
    most = (rows + columns) / 2
    return 1.0 if most == chance else round(float((cells - chance) / (most - chance)), 6)


def _pairs(count: Matrix) -> Matrix:
    pairs: Matrix = count * (count - 1) / 2
    return pairs
