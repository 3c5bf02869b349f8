"""Whole numbers by chance: the same for a seed on every machine and in every version of Python and numpy.

Only the raw stream of PCG64 is used, which numpy keeps as it is, and whole numbers after it: floating point and the
ready-made distributions may differ in the last bit from one processor or version to the next.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
Whole = int | Numbers
Range = tuple[int, int]
Knots = tuple[tuple[int, int], ...]

THOUSAND = 1000


class Dice:
    """One stream for one purpose, so that a change of one table leaves the others as they are."""

    def __init__(self, seed: int, *purpose: str | int) -> None:
        words = [ord(letter) for part in purpose for letter in f"{part}/"]
        self._stream = np.random.PCG64(np.random.SeedSequence([seed, *words]))

    def below(self, limit: Whole, count: int) -> Numbers:
        """Numbers from 0 to limit - 1."""
        raw = self._stream.random_raw(count) >> np.uint64(1)
        return raw.astype(np.int64) % limit

    def between(self, low: Whole, high: Whole, count: int) -> Numbers:
        """Numbers from low to high, both included."""
        return low + self.below(high - low + 1, count)

    def chance(self, permille: Whole, count: int) -> Marks:
        """True so many times in a thousand."""
        return np.less(self.below(THOUSAND, count), permille)

    def pick(self, weights: tuple[int, ...], count: int) -> Numbers:
        """Places in a list whose entries weigh so much."""
        return np.searchsorted(np.cumsum(weights), self.below(sum(weights), count), side="right").astype(np.int64)


def curve(places: Numbers, knots: Knots) -> Numbers:
    """The height of a line through knots (place, height), straight between them, in whole numbers."""
    at, height = (np.array(column, dtype=np.int64) for column in zip(*knots, strict=True))
    left = np.clip(np.searchsorted(at, places, side="right") - 1, 0, len(at) - 2)
    run, rise = at[left + 1] - at[left], height[left + 1] - height[left]
    heights: Numbers = height[left] + (np.clip(places, at[0], at[-1]) - at[left]) * rise // run
    return heights
