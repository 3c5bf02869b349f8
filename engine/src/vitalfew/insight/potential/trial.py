"""Expectations of a year ago held against what came: those by peers, those of a person, and the same as last year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.estimates import Share, share
from vitalfew.insight.potential.known import Known
from vitalfew.insight.potential.peers import NOBODY, Peers
from vitalfew.insight.traits.values import Mask
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.intervals import Estimate, draws, estimate
from vitalfew.proof.panel import floats
from vitalfew.proof.rankings import Numbers

METHODS = ("person", "peers", "last_year")


@dataclass(frozen=True)
class Tried:
    """How far a method was wrong.

    `error` is the mean of |expected − came| a customer in money, `bias` that of expected − came, `worse` the error less
    that of "same as last year", customer by customer; each with a 95 % interval from customers drawn anew.
    """

    method: str
    error: Estimate | None
    bias: Estimate | None
    worse: Estimate | None


@dataclass(frozen=True)
class Group:
    """Customers of whom all these methods say something, with what they brought on average."""

    customers: int
    came: float
    tried: tuple[Tried, ...]


@dataclass(frozen=True)
class Trial:
    """Expectations of `then` for the 365 days up to `now`.

    `everybody` has peers; `told` are those of them of whom a person had said something in the year before, by its day:
    None where there is nobody. `reached`: of those below their potential then, who reached it in the year after.
    """

    then: date
    now: date
    everybody: Group
    told: Group | None
    reached: Share
    undated: int
    """Expectations without a day, or of another time: they may know what came."""


def trial(then: Known, alike: Peers, now: Known) -> Trial | None:
    """The trial by what was known then; None where nobody had peers."""
    judged = then.settled & (alike.level != NOBODY)
    if not judged.any():
        return None
    came = floats(now.rows["sales"].take(pc.index_in(then.rows["customer_id"], value_set=_ids(now))))
    typical, quarter = (then.sales[np.maximum(places, 0)] for places in (alike.half, alike.quarter))
    says = {"person": floats(then.rows["expected"]), "peers": typical, "last_year": then.sales}
    valid = np.asarray(pc.is_valid(then.rows["expected"])).astype(bool)
    said = judged & valid & _in_time(then)
    below = judged & (then.sales < quarter)
    return Trial(
        then.at,
        now.at,
        _group(says, METHODS[1:], judged, came),
        _group(says, METHODS, said, came) if said.any() else None,
        share(int((came[below] >= quarter[below]).sum()), int(below.sum())),
        int((judged & valid & ~said).sum()),
    )


def _ids(customers: Known) -> pa.Array:
    return customers.rows["customer_id"].combine_chunks()


def _in_time(then: Known) -> Mask:
    """Expectations that were written down in the year up to the day."""
    on = then.rows["said_on"]
    inside = pc.and_(pc.less_equal(on, pa.scalar(then.at)), pc.greater(on, pa.scalar(then.at - timedelta(days=YEAR))))
    return np.asarray(pc.fill_null(inside, False)).astype(bool)


def _group(says: dict[str, Numbers], methods: tuple[str, ...], who: Mask, came: Numbers) -> Group:
    off = np.array([says[method][who] - came[who] for method in methods])
    wrong = np.abs(off)
    parts = np.stack([wrong, off, wrong - wrong[-1]], axis=1)
    weights = draws(int(who.sum()))
    drawn = np.array([parts @ weight.astype(np.float64) / weight.sum(dtype=np.int64) for weight in weights])
    means = parts.mean(axis=2)
    tried = tuple(
        Tried(method, *(estimate(means[row, part], drawn[:, row, part]) for part in range(3)))
        for row, method in enumerate(methods)
    )
    return Group(int(who.sum()), round(float(came[who].mean()), 2), tried)
