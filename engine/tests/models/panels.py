"""Companies at the edge of what a model can learn from: (repeat occasions, recency, age) of every customer, in days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from vitalfew.models.histories import Histories

Customer = tuple[int, int, int]

DICE = np.random.default_rng(20251231)
AGES = [int(age) for age in DICE.integers(0, 365, 300)]
ONCE: list[Customer] = [(0, 0, age) for age in AGES]

PANELS: dict[str, list[Customer]] = {
    "one customer": [(3, 100, 120)],
    "one customer, one order, today": [(0, 0, 0)],
    "one order each": ONCE,
    "all on the as-of day": [(0, 0, 0)] * 50,
    "all on one day, five orders each": [(5, 0, 0)] * 50,
    "one whale": [*ONCE, (300, 360, 361)],
    "clockwork buyers": [(age // 30, age // 30 * 30, age) for age in (age + 60 for age in AGES)],
    "nobody leaves": [(int(n), 360, 365) for n in DICE.poisson(12, 300) + 1],
    "everybody left": [(4, 20, 700)] * 60,
    "ten customers": [(2, 90, 200), (1, 30, 200), (1, 150, 200), *[(0, 0, 200)] * 7],
    "thousands of orders": [(3000, 3600, 3650)] * 40 + [(0, 0, 3650)] * 40,
    "gaps of decades": [(1, 9000, 9001)] * 40 + [(2, 10, 9000)] * 40,
}


def histories(customers: Iterable[Customer]) -> Histories:
    counted = Counter(customers)
    order = sorted(counted)
    x, recency, age = (np.array(column, np.float64) for column in zip(*order, strict=True))
    return Histories(x, recency, age, np.array([counted[one] for one in order], np.float64))


def simulated(n: int, years: float) -> Histories:
    """Customers who buy and leave as BG/NBD says, with r 0.8, alpha 60 days, a 0.9, b 3."""
    dice = np.random.default_rng(7)
    found: list[Customer] = []
    for pace, chance, age in zip(
        dice.gamma(0.8, 1 / 60, n), dice.beta(0.9, 3.0, n), dice.integers(30, int(365 * years), n), strict=True
    ):
        x, last, now = 0, 0.0, dice.exponential(1 / pace)
        while now <= age:
            x, last = x + 1, now
            now += dice.exponential(1 / pace) if dice.random() >= chance else np.inf
        found.append((x, round(last), int(age)))
    return histories(found)


def regular(n: int, k: int) -> Histories:
    """Customers whose every k-th tick is an occasion, as MBG/CNBD-k says with r 1.5, alpha 25 days, a 0.8, b 4.

    With the sum of the logarithms of their gaps, which lie between whole days.
    """
    dice = np.random.default_rng(23)
    found: list[Customer] = []
    logs = 0.0
    for pace, chance in zip(dice.gamma(1.5, 1 / 25, n), dice.beta(0.8, 4.0, n), strict=True):
        days = [0]
        while dice.random() >= chance and (at := days[-1] + max(1, round(dice.gamma(k, 1 / pace)))) <= 700:
            days.append(at)
        logs += float(np.log(np.diff(days)).sum())
        found.append((len(days) - 1, days[-1], 700))
    return replace(histories(found), log_gaps=logs)
