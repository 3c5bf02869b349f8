"""Shares and expectations with what chance alone would make of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

NORMAL = 1.959964
"""95 % of a normal variable lie within so many deviations."""

DIGITS = 6
"""Digits of a share; what stands behind them depends on the machine."""


@dataclass(frozen=True)
class Share:
    """`n` of `of`, as a fraction with its 95 % interval. All None where there is nobody to take a share of."""

    n: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def share(n: int, of: int) -> Share:
    """The share with the interval of Wilson (1927), which holds for few and for none as well.

    >>> from vitalfew.insight.estimates import share
    >>> share(9, 10)
    Share(n=9, of=10, share=0.9, low=0.59585, high=0.982124)
    """
    if of <= 0:
        return Share(n, of, None, None, None)
    p, weight = n / of, NORMAL**2 / of
    middle = (p + weight / 2) / (1 + weight)
    width = NORMAL * sqrt(p * (1 - p) / of + weight / (4 * of)) / (1 + weight)
    low, high = max(0.0, middle - width), min(1.0, middle + width)
    return Share(n, of, round(p, DIGITS), round(low, DIGITS), round(high, DIGITS))


@dataclass(frozen=True)
class Expected:
    """What is expected of a number, with its 95 % interval."""

    value: Decimal
    low: Decimal
    high: Decimal


def expected(value: float, ends: Iterable[float], digits: int) -> Expected:
    """The same to so many digits."""
    low, high = (Decimal(f"{end:.{digits}f}") for end in ends)
    return Expected(Decimal(f"{value:.{digits}f}"), low, high)
