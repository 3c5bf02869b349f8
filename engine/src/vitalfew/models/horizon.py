"""The time ahead: so many days, each worth a little less than the one before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitalfew.models.fit import Known
from vitalfew.models.histories import Histories, Numbers

YEAR = 365.25
CHUNK = 1 << 14
MOST_EIGHTS = 16
"""Beyond, customers order so often within the time that beats hardly show in it."""


@dataclass(frozen=True)
class Horizon:
    """Days ahead, the last of them perhaps a part of one, and the yearly discount rate.

    What is bought on a day counts as bought in the middle of it, (1 + rate)^-(days to there / 365.25).
    """

    days: float
    rate: float

    @property
    def ends(self) -> Numbers:
        """The end of each day."""
        whole = np.arange(1, int(np.floor(self.days)) + 1, dtype=np.float64)
        return whole if not len(whole) or whole[-1] == self.days else np.append(whole, self.days)

    @property
    def worths(self) -> Numbers:
        """What one unit of money of each day is worth today."""
        ends = self.ends
        middles = (ends + np.concatenate([[0.0], ends[:-1]])) / 2
        worths: Numbers = np.exp(-np.log1p(self.rate) * middles / YEAR)
        return worths


@dataclass(frozen=True)
class Forecast:
    """For each history: chance of being alive, of returning, expected occasions, and these with each day's worth."""

    alive: Numbers
    returning: Numbers
    orders: Numbers
    worth: Numbers


def forecast(known: Known, histories: Histories, horizon: Horizon) -> Forecast:
    """What is to be expected of each history, in days."""
    model, values = known.model, known.values
    alive = model.alive(values, histories)
    if not horizon.days or not len(alive):
        nothing = np.zeros_like(alive)
        return Forecast(alive, nothing, nothing, nothing)
    ahead = np.asarray(horizon.days)
    kinds, places = histories.kinds() if model.beats is None else (histories, np.arange(len(alive)))
    orders = model.staying(values, kinds, ahead)
    worth = orders if horizon.rate == 0 else discounted(known, kinds, horizon, orders)
    return Forecast(alive, model.returning(values, histories, ahead), alive * orders[places], alive * worth[places])


def discounted(known: Known, histories: Histories, horizon: Horizon, orders: Numbers) -> Numbers:
    """Σ over days of (orders by its end - orders by its beginning) × worth of the day, of those who have not left.

    Summed by parts this is orders in all × worth of the last day + Σ orders by the end of a day × what a day is worth
    more than the next. Orders are smooth in y = log(1 + days / rests_on), so they are worked out at a few places of y
    and are a polynomial in between, to some twelve digits; all days of all histories then cost one product of a few
    numbers. Where orders beat in time more places are needed, for those customers alone whose clocks tick often.
    """
    least = nodes_for(horizon.days, float(known.model.rests_on(known.values, histories).min()))
    if known.model.beats is None:
        return _summed(known, histories, horizon, orders, least)
    found, beats = np.empty_like(orders), known.model.beats(known.values, histories, np.asarray(horizon.days))
    needed = np.maximum(least, nodes_for_beats(beats))
    for nodes in np.unique(needed):
        part = needed == nodes
        found[part] = _summed(known, histories.part(part), horizon, orders[part], int(nodes))
    return found


def _summed(known: Known, histories: Histories, horizon: Horizon, orders: Numbers, nodes: int) -> Numbers:
    worths = horizon.worths
    drops, ends = worths[:-1] - worths[1:], horizon.ends[:-1]
    rests = known.model.rests_on(known.values, histories)
    places = chebyshev(nodes)
    kinds, kind = np.unique(rests, return_inverse=True)
    tables = np.stack([_weights(places, rest, horizon.days, ends, drops) for rest in kinds])
    found: Numbers = orders * worths[-1]
    ahead = rests[:, None] * np.expm1(np.log1p(horizon.days / rests)[:, None] * (places + 1) / 2)
    for start in range(0, len(found), max(1, CHUNK // nodes)):
        part = slice(start, start + max(1, CHUNK // nodes))
        found[part] += (tables[kind[part]] * _at_places(known, histories.part(part), ahead[part])).sum(axis=1)
    return found


def _at_places(known: Known, histories: Histories, ahead: Numbers) -> Numbers:
    """Expected orders of each history by each of its times ahead, all of them in one go."""
    repeated = histories.part(np.repeat(np.arange(len(ahead)), ahead.shape[1]))
    return known.model.staying(known.values, repeated, ahead.ravel()).reshape(ahead.shape)


def nodes_for(days: float, rests: float) -> int:
    """How many places are needed: the nearest singularity lies π off the middle of the interval of y."""
    radius = 2 * np.pi / np.log1p(days / rests)
    return int(np.clip(np.ceil(26 / np.log(radius + np.hypot(radius, 1))), 6, 80))


def nodes_for_beats(ticks: Numbers) -> npt.NDArray[np.intp]:
    """How many places are needed where the clock of the next occasion ticks so often: found by trying; eight by eight."""
    eights = np.ceil(1 + np.sqrt(ticks) / 2)
    return (8 * np.clip(eights, 2, MOST_EIGHTS)).astype(np.intp)


def chebyshev(n: int) -> Numbers:
    """Places on the interval from -1 to 1, ends left out."""
    places: Numbers = -np.cos((2 * np.arange(n) + 1) * np.pi / (2 * n))
    return places


def _weights(places: Numbers, rests: float, days: float, ends: Numbers, drops: Numbers) -> Numbers:
    """What each place weighs in Σ drop × orders by the end of each day, from the polynomial through the places."""
    if not len(ends):
        return np.zeros_like(places)
    at = 2 * np.log1p(ends / rests) / np.log1p(days / rests) - 1
    off = at[:, None] - places
    exact = np.abs(off) < 1e-15
    signs = (-1.0) ** np.arange(len(places)) * np.sin((2 * np.arange(len(places)) + 1) * np.pi / (2 * len(places)))
    cells = signs / np.where(exact, 1e-15, off)
    shares: Numbers = cells / cells.sum(axis=1, keepdims=True)
    weights: Numbers = (shares * drops[:, None]).sum(axis=0)
    return weights
