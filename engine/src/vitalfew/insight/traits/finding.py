"""Which values, and which pairs of them, the best have more often than others: found on one half, told of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from vitalfew.insight.estimates import DIGITS, Share, share
from vitalfew.insight.kinds import FALSE
from vitalfew.insight.traits.tally import Board, Places, Tally, Value
from vitalfew.insight.traits.values import Mask, Sorted
from vitalfew.proof.rankings import Numbers


@dataclass(frozen=True)
class Trait:
    """One or two values that the best have more often, as the half that it was not found on says.

    `best` are the best among those who have it, `others` among those who have not (each of customers of whom it is
    known); `lift` is the first share ÷ that of all, `low, high` its 95 % interval; `chance` how often so large a
    difference comes where there is none, corrected after Benjamini and Hochberg; `held` where that is at most FALSE.
    """

    values: tuple[Value, ...]
    best: Share
    others: Share
    lift: float
    low: float
    high: float
    chance: float
    held: bool


@dataclass(frozen=True)
class Findings:
    """How many values and pairs were compared, those found on the first half, and who has each of them."""

    compared: int
    traits: tuple[Trait, ...]
    having: npt.NDArray[np.bool_]
    """Customers in rows, traits in columns."""


def half(ids: Sequence[str]) -> Mask:
    """Which customers are of the first half; each by its id alone, so that nobody changes sides when others come."""
    return np.array([blake2b(one.encode(), digest_size=1).digest()[0] < 128 for one in ids])


def findings(attributes: Sequence[Sorted], best: Mask, first: Mask) -> Findings:
    """The traits of the best: found on the first half, with the figures of the second."""
    board = Board(attributes)
    one, other = board.pairs()
    seen = Tally.of(board, one, other, best, np.flatnonzero(first))
    found = np.flatnonzero(_found(seen, one, other))
    one, other = one[found], other[found]
    told = Tally.of(board, one, other, best, np.flatnonzero(~first))
    kept = np.flatnonzero(told.enough)
    chances = _corrected(told.chances()[kept])
    traits = [
        _trait(board, one[place], other[place], told, int(place), float(chance))
        for place, chance in zip(kept, chances, strict=True)
    ]
    having = board.having[:, one[kept]] * board.having[:, other[kept]] > 0
    order = sorted(range(len(traits)), key=lambda place: (not traits[place].held, -traits[place].lift))
    return Findings(int(seen.enough.sum()), tuple(traits[place] for place in order), having[:, order])


def _found(seen: Tally, one: Places, other: Places) -> Mask:
    """Values of which more are best; pairs only where they say clearly more than either value alone."""
    enough = np.flatnonzero(seen.enough)
    found = np.zeros(len(one), np.bool_)
    found[enough] = _corrected(seen.chances()[enough]) <= FALSE
    shares = np.divide(seen.best, seen.n, out=np.zeros(len(one)), where=seen.n > 0)
    alone = shares[: int(one.max(initial=-1)) + 1]
    for place in np.flatnonzero(found & (one != other)):
        low = share(int(seen.best[place]), int(seen.n[place])).low
        found[place] = low is not None and low > max(alone[one[place]], alone[other[place]])
    return found


def _corrected(chances: Numbers) -> Numbers:
    from scipy.stats import false_discovery_control

    return np.asarray(false_discovery_control(chances)) if len(chances) else chances


def _trait(board: Board, one: int, other: int, told: Tally, place: int, chance: float) -> Trait:
    n, best, known, of_all = (int(part[place]) for part in (told.n, told.best, told.known, told.known_best))
    ours, base = share(best, n), of_all / known
    lift, low, high = (
        round(float(part or 0) / base, DIGITS) if base else 0.0 for part in (ours.share, ours.low, ours.high)
    )
    values = (board.values[one],) if one == other else (board.values[one], board.values[other])
    return Trait(
        values,
        ours,
        share(of_all - best, known - n),
        lift,
        low,
        high,
        round(float(chance), DIGITS),
        bool(chance <= FALSE),
    )
