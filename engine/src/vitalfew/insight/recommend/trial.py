"""Recommendations of an earlier day, held against what customers then bought for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow.compute as pc

from vitalfew.insight.recommend.baskets import Baskets, Mask, Places
from vitalfew.insight.recommend.scoring import METHODS, NOTHING, best_of, scorers
from vitalfew.proof.intervals import Estimate, draws, estimate

AHEAD = 90
"""Days in which a recommendation may come true."""


@dataclass(frozen=True)
class Tried:
    """How a method did: `hits` is the share of the customers with something new of whom it named one, `precision` the share
    of all that it named to them that came; each with a 95 % interval from customers drawn anew.
    """

    method: str
    hits: Estimate | None
    precision: Estimate | None


@dataclass(frozen=True)
class Trial:
    """What was named on the day `then`, held against the products new to each customer up to `now`."""

    then: date
    now: date
    customers: int
    tried: tuple[Tried, ...]

    @property
    def best(self) -> str:
        """The method with most hits; of equals the one whose reason is simplest to say."""
        first = max(self.tried, key=lambda one: one.hits.value if one.hits else -1.0)
        return first.method


def trial(before: Baskets, then: date, after: Baskets, now: date, count: int) -> Trial | None:
    """The trial of all methods; None where nobody known then bought anything new of what was known then."""
    truth = _new(before, after)
    who = truth.any(axis=1)
    if not who.any() or not before.bought.nnz:
        return None
    learned = scorers(before.bought)
    named = {method: best_of(before, learned[method], count)[who] for method in METHODS}
    tried = tuple(_tried(method, named[method], truth[who]) for method in METHODS)
    return Trial(then, now, int(who.sum()), tried)


def _new(before: Baskets, after: Baskets) -> Mask:
    """Customer and product of then: bought by now, and not had then."""
    places = np.asarray(pc.index_in(before.customers, value_set=after.customers).fill_null(NOTHING)).astype(np.int64)
    columns = {product: place for place, product in enumerate(after.products)}
    chosen = np.array([columns.get(product, NOTHING) for product in before.products], np.int64)
    later = np.zeros(before.bought.shape, np.bool_)
    rows, known = np.flatnonzero(places != NOTHING), np.flatnonzero(chosen != NOTHING)
    if len(rows) and len(known):
        later[np.ix_(rows, known)] = after.bought[places[rows]][:, chosen[known]].toarray() > 0
    later[before.had.nonzero()] = False
    return later


def _tried(method: str, named: Places, truth: Mask) -> Tried:
    there = named != NOTHING
    came = there & np.take_along_axis(truth, np.maximum(named, 0), axis=1)
    parts = np.stack([came.any(axis=1), came.sum(axis=1), there.sum(axis=1)]).astype(np.float64)
    drawn = np.array([parts @ weight.astype(np.float64) / weight.sum(dtype=np.int64) for weight in draws(len(named))])
    hits, right, said = parts.mean(axis=1)
    shares = np.divide(drawn[:, 1], drawn[:, 2], out=np.full(len(drawn), np.nan), where=drawn[:, 2] > 0)
    return Tried(method, estimate(hits, drawn[:, 0]), estimate(right / said if said else np.nan, shares))
