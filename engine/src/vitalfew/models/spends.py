"""What customers have spent at an occasion: what Gamma-Gamma learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vitalfew.models.histories import Numbers, counted, evenly, pieces


@dataclass(frozen=True)
class Spends:
    """Repeat occasions and their mean amount, of customers whose mean is above zero; `customers` how many have both."""

    occasions: Numbers
    mean: Numbers
    customers: Numbers

    @property
    def n(self) -> int:
        """Customers in all."""
        return int(self.customers.sum())

    @property
    def pooled(self) -> float:
        """The mean amount of all their occasions; 0 without any."""
        count = float((self.occasions * self.customers).sum())
        return float((self.occasions * self.mean * self.customers).sum()) / count if count else 0.0

    @cached_property
    def by_occasions(self) -> tuple[Numbers, Numbers]:
        """The different numbers of occasions, and how many customers have each."""
        occasions, (customers,) = counted(self.occasions, self.customers)
        return occasions, customers

    @cached_property
    def logs(self) -> tuple[float, float]:
        """Sums over customers of the logarithms of what they spent in all, and of their means."""
        in_all = float((self.customers * np.log(self.occasions)).sum())
        means = float((self.customers * np.log(self.mean)).sum())
        return in_all + means, means

    def parts(self, rows: int) -> Iterator[Spends]:
        """So many rows after the other."""
        yield from map(self._part, pieces(len(self.mean), rows))

    def _part(self, chosen: slice) -> Spends:
        return Spends(self.occasions[chosen], self.mean[chosen], self.customers[chosen])

    def in_units_of(self, money: float) -> Spends:
        """The same with amounts counted in units of so much money."""
        return Spends(self.occasions, self.mean / money, self.customers)

    def sample(self) -> Spends:
        """Evenly some of many, in their order; all of them where there are few."""
        some = evenly(len(self.mean))
        return self if some is None else self._part(some)
