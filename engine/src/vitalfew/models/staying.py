"""Orders expected of a customer who is alive and may leave at each of them."""

from __future__ import annotations

import numpy as np

from vitalfew.models.far_ahead import orders_far_ahead
from vitalfew.models.histories import Numbers

CHUNK = 1 << 14
"""Histories worked on together: what fits into the cache."""

PRECISE = 1e-17
"""Of a sum, what a term may be in relation to it when it ends."""

LARGE = 1e200
FAR = 20.0
MANY = 2000.0
"""Where the sum would need too many terms: so many times the time that a customer was seen, so many occasions."""


def orders_of_staying(a: float, b: Numbers, shape: Numbers, ahead: Numbers, clock: tuple[int, int] = (1, 0)) -> Numbers:
    """Occasions expected of a customer who is alive, its chance to leave being beta (a, b), its pace gamma (shape, 1).

    Its `clock` is how many ticks make an occasion, and how many of them are over. Were nobody to leave, the number N of
    ticks would be negative binomial; the j-th occasion after now happens if all before it were survived, on average
    (b)_j / (a + b)_j. So it is Σ P(N = n) · Σ_j (b)_j / (a + b)_j, j below the occasions that n ticks make, every term
    of which is positive. It equals the published form with the hypergeometric function, without its cancellation near
    a = 1.
    """
    far = (ahead > FAR) | (shape * ahead > MANY)
    found = np.zeros(len(b))
    found[far] = orders_far_ahead(a, b[far], shape[far], ahead[far], clock)
    alone = Alone(a, b[~far], shape[~far], ahead[~far], clock)
    summed = np.zeros(len(alone.places))
    while len(alone.places):
        alone.step(summed)
    found[~far] = summed
    return found


class Alone:
    """The sum under way, of those histories alone for which it has not ended."""

    def __init__(self, a: float, b: Numbers, shape: Numbers, ahead: Numbers, clock: tuple[int, int]) -> None:
        self.a = a
        self.k, self.begun = clock
        self.n = 0
        self.places = np.arange(len(b))
        self.b, self.shape = b, shape
        self.share = ahead / (1 + ahead)
        self.scale = -shape * np.log1p(ahead)
        self.chance = np.ones(len(b))
        self.survived = np.ones(len(b))
        self.occasions = np.zeros(len(b))
        self.total = np.zeros(len(b))

    def step(self, found: Numbers) -> None:
        """One more term, and out with those whose next terms no longer matter."""
        growth = self.share * (self.shape + self.n) / (self.n + 1)
        self.chance = self.chance * growth
        if (self.begun + self.n + 1) % self.k == 0:
            self._occasion((self.begun + self.n + 1) // self.k - 1)
        term = self.chance * self.occasions
        self.total = self.total + term
        self.n += 1
        if self.n % 8 == 1 or len(self.places) < CHUNK // 8:
            self._rescale()
            self._drop(term, growth, found)

    def _occasion(self, before: int) -> None:
        """One more of them, after so many from now on."""
        self.occasions = self.occasions + self.survived
        self.survived = self.survived * ((self.b + before) / (self.a + self.b + before))

    def _rescale(self) -> None:
        large = self.chance > LARGE
        if large.any():
            for name in ("chance", "total"):
                setattr(self, name, np.where(large, getattr(self, name) / LARGE, getattr(self, name)))
            self.scale = np.where(large, self.scale + np.log(LARGE), self.scale)

    def _drop(self, term: Numbers, growth: Numbers, found: Numbers) -> None:
        ended = (growth < 1) & (self.occasions > 0) & (term <= PRECISE * (1 - self.share) * self.total)
        if not ended.any():
            return
        found[self.places[ended]] = self.total[ended] * np.exp(self.scale[ended])
        for name in ("places", "b", "shape", "share", "scale", "chance", "survived", "occasions", "total"):
            setattr(self, name, getattr(self, name)[~ended])
