"""What a new customer is expected to buy in a year, as an exact quotient. Not a method: four_types is made of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.expressions import HAS_ORDERS, decimal, total, total_above
from vitalfew.registry import Row

YEAR = 365

PLACES = 12
"""Digits a quotient is added up with; a sum that ties at the sixth is a tie."""


@dataclass(frozen=True)
class Expectation:
    """Expected spend, else wallet, a year; else own sales × 365 ÷ max(least days, age), whole with one valid order."""

    sales: str
    age: str
    orders: str
    given: tuple[str, ...]
    least_days: int

    def in_columns(self, customers: ir.Table) -> tuple[Any, Any]:
        """The amount as whole numbers over and under the line, in the last digit of the money; missing where none."""
        amounts = [customers[name] for name in self.given if name in customers.columns]
        sales = customers[self.sales]
        digits = finest([*amounts, sales])
        given = ibis.coalesce(*(units(amount, digits) for amount in amounts)) if amounts else ibis.null("int64")
        own = units(sales, digits)
        whole = given.notnull() | (customers[self.orders] == 1)
        over = ibis.coalesce(given, ibis.ifelse(whole, own, own * YEAR))
        under = ibis.ifelse(whole, 1, ibis.greatest(customers[self.age], self.least_days))
        return over, under.cast("int64")

    def of_one(self, one: Row) -> Fraction | None:
        """The amount of one customer, exactly."""
        given = next((one[name] for name in self.given if one.get(name) is not None), None)
        if given is not None:
            return Fraction(given)
        if one[self.sales] is None:
            return None
        own = Fraction(one[self.sales])
        return own if one[self.orders] == 1 else own * YEAR / max(one[self.age], self.least_days)


def finest(amounts: Iterable[Any]) -> int:
    """The most digits behind the point of any of these columns."""
    return max(amount.type().scale or 0 if amount.type().is_decimal() else 0 for amount in amounts)


def units(amount: Any, digits: int) -> Any:
    """Money as a whole number of its last digit."""
    return (amount * 10**digits).cast("int64")


def quotients(over: Any, under: Any) -> Any:
    """Over ÷ under with twelve digits; equal quotients are equal, for the whole part is exact and the rest below one."""
    near = over // under
    whole = near + (over - near * under) // under
    rest = (over - whole * under).cast("float64") / under
    return decimal(whole, PLACES) + decimal(rest, PLACES)


def among_the_few(customers: ir.Table, amount: Any, numerator: int, denominator: int) -> Any:
    """Whether 100 × B < cut × T holds over amounts of everybody, customers without an order included."""
    everybody = customers.drop(HAS_ORDERS) if HAS_ORDERS in customers.columns else customers
    above = total_above(everybody, amount)
    room = total(everybody, amount) * numerator - above * (100 * denominator)
    return (amount > 0) & (decimal(room, PLACES // 2) > 0)


@dataclass(frozen=True)
class Amounts:
    """Amounts of the other customers in order, with their running sums, those below zero as zero."""

    ordered: Sequence[Fraction]
    sums: Sequence[Fraction]

    @classmethod
    def of(cls, amounts: Iterable[Fraction]) -> Amounts:
        """In order."""
        ordered = sorted(amounts)
        return cls(ordered, [Fraction(0), *accumulate(max(amount, Fraction(0)) for amount in ordered)])

    def without(self, amount: Fraction) -> Amounts:
        """The same but for one customer of this amount."""
        place, counted = bisect_left(self.ordered, amount), max(amount, Fraction(0))
        sums = [*self.sums[: place + 1], *(so_far - counted for so_far in self.sums[place + 2 :])]
        return Amounts([*self.ordered[:place], *self.ordered[place + 1 :]], sums)

    def few(self, amount: Fraction, cut: Fraction) -> bool:
        """Whether 100 × B < cut × T holds for one more of this amount."""
        whole = self.sums[-1] + max(amount, Fraction(0))
        return amount > 0 and 100 * self._above(amount) < cut * whole

    def smallest_few(self, cut: Fraction) -> Fraction | None:
        """The smallest of these amounts of which it holds; where it holds of one, it holds of all larger ones."""
        whole = self.sums[-1]
        place = bisect_left(self.ordered, 1, key=lambda amount: amount > 0 and 100 * self._above(amount) < cut * whole)
        return self.ordered[place] if place < len(self.ordered) else None

    def at_least(self, amount: Fraction) -> int:
        """How many are not smaller."""
        return len(self.ordered) - bisect_left(self.ordered, amount)

    def _above(self, amount: Fraction) -> Fraction:
        return self.sums[-1] - self.sums[bisect_right(self.ordered, amount)]
