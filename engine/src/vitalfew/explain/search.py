"""The least change of one value that gives another grade.

A grade is a step function of a value. Its steps lie where the value passes another customer's, or
where a threshold or a total is reached: others' values are tried first, nearest first, then the
place between the last that changes nothing and the first that does is halved, step by step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

Direction = Literal["up", "down"]

FARTHEST = 10**16
"""Steps away from the customer's own value that are looked at: more than any sum of money."""

PROBES = 128
"""Values that are tried at a time where there are too many to try all; steps of ranks are wider than 1/128 of them."""


@dataclass(frozen=True)
class Scale:
    """A value as a whole number of its own steps; `lowest` is where it stops."""

    step: Decimal
    lowest: int | None

    def steps(self, value: Any) -> int:
        """The value in steps, rounded down."""
        return int((Decimal(value) / self.step).to_integral_value(rounding="ROUND_FLOOR"))


def least_change(
    moved: Callable[[int], bool], start: int, direction: Direction, others: Iterable[int], scale: Scale
) -> int | None:
    """The nearest number of steps from `start` where `moved` holds, or None. `others` are others' values in steps."""
    sign = 1 if direction == "up" else -1
    far = FARTHEST if scale.lowest is None or direction == "up" else start - scale.lowest
    distances = _candidates(start, sign, far, others)
    reached = first_place(lambda place: moved(start + sign * distances[place]), len(distances))
    if reached is None:
        return None
    near = distances[reached - 1] if reached else 0
    return start + sign * _halved(lambda distance: moved(start + sign * distance), near, distances[reached])


def _candidates(start: int, sign: int, far: int, others: Iterable[int]) -> Sequence[int]:
    """Distances worth trying: at and beside every other value on this side, and powers of two."""
    found = {sign * (value - start) + beside for value in others for beside in (-1, 0, 1)}
    found |= {2**power for power in range(far.bit_length())} | {far}
    return sorted(distance for distance in found if 0 < distance <= far)


def first_place(holds: Callable[[int], bool], n: int) -> int | None:
    """The first place of 0 … n-1 where it holds; of many places some at a time, evenly spread."""
    low, high = 0, n
    while high - low > PROBES:
        stride = -(-(high - low) // PROBES)
        hit = next((place for place in range(low + stride - 1, high, stride) if holds(place)), None)
        if hit is None:
            low = high - (high - low) % stride
            break
        low, high = hit - stride + 1, hit + 1
    return next((place for place in range(low, high) if holds(place)), None)


def _halved(holds: Callable[[int], bool], without: int, with_it: int) -> int:
    while with_it - without > 1:
        middle = (without + with_it) // 2
        if holds(middle):
            with_it = middle
        else:
            without = middle
    return with_it
