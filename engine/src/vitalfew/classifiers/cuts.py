"""Cuts of one number into classes, against fixed values or against the population. Not a method: thresholds and grid share it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from operator import ge, le
from typing import Any, Literal

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.conditions import held_against
from vitalfew.expressions import HAS_ORDERS, Better, buyers, first_where
from vitalfew.places import Place, before, behind, column_of
from vitalfew.population import Population, Values
from vitalfew.registry import Parameters, Row


class Cuts(Parameters):
    """Where a number is cut. Class 0 is the best; a missing value has no class.

    - `value`: at least the cut (at most, where less is better); cuts from the best class down.
    - `percentile`: 100 × worse ≥ cut × n, worse = customers with a strictly worse value, so that ties
      stand low, as in `quantiles`.
    - `median`: 2 × better < n, better = customers with a strictly better value; that is: the value is not
      worse than the median, and no half has to be worked out.
    - `mean`: value × n ≥ sum, values below zero counting as they are (≤ where less is better).

    All four are comparisons of integers and exact decimals. Customers without any order stand outside
    n, and only `value` speaks of them.
    """

    by: Literal["value", "percentile", "median", "mean"] = Field(
        "value", description="What the number is held against."
    )
    cuts: tuple[Decimal, ...] = Field((), description="One per boundary, best class first; none for median and mean.")
    better: Better = Field("more", description="Whether more or less is better.")

    @model_validator(mode="after")
    def _cuts_fit(self) -> Cuts:
        if self.by in ("median", "mean"):
            if self.cuts:
                raise ValueError(f"{self.by} is one cut by itself; leave cuts out")
            return self
        falling = self.by == "percentile" or self.better == "more"
        if not self.cuts or list(self.cuts) != sorted(set(self.cuts), reverse=falling):
            raise ValueError(f"cuts stand best class first, so they {'fall' if falling else 'rise'}")
        if self.by == "percentile" and not all(0 < cut < 100 for cut in self.cuts):
            raise ValueError("percentiles lie between 0 and 100")
        return self

    @property
    def classes(self) -> int:
        """How many classes they make."""
        return len(self.cuts or (0,)) + 1

    @property
    def compares(self) -> bool:
        """Whether the class depends on other customers."""
        return self.by != "value"

    def placed_by(self, of: str) -> tuple[str, ...]:
        """The columns of places that are read to cut this metric."""
        cells = {
            "percentile": (behind(self.better), "known"),
            "median": (before(self.better), "known"),
            "mean": ("known",),
        }
        return tuple(column_of(of, cell) for cell in cells.get(self.by, ()))

    def in_columns(self, customers: ir.Table, of: str) -> Any:
        """The class of every customer."""
        value = customers[of]
        reached = [(holds, index) for index, holds in enumerate(self._reached(customers, of))]
        silent = value.isnull()
        if self.compares and HAS_ORDERS in customers.columns:
            silent = silent | ~customers[HAS_ORDERS]
        return first_where([(silent, ibis.null("int64")), *reached], self.classes - 1).cast("int64")

    def _reached(self, customers: ir.Table, of: str) -> list[Any]:
        value, place = customers[of], Place(customers, of)
        if self.by == "value":
            reaches = ge if self.better == "more" else le
            return [reaches(*held_against(value, cut)) for cut in self.cuts]
        n = place.known
        if self.by == "mean":
            whole = value.sum().over(ibis.window(group_by=buyers(customers)))
            return [value * n >= whole if self.better == "more" else value * n <= whole]
        if self.by == "median":
            return [2 * place.before(self.better) < n]
        below = place.behind(self.better)
        shares = [cut.as_integer_ratio() for cut in self.cuts]
        return [below * 100 * denominator >= n * numerator for numerator, denominator in shares]

    def of_one(self, one: Row, others: Population, of: str) -> int | None:
        """The class of one customer among the others."""
        value = one[of]
        if value is None or (self.compares and not one.get(HAS_ORDERS, True)):
            return None
        reached = self._one_reached(value, others[of]) if self.compares else self._by_value(value)
        return next((index for index, holds in enumerate(reached) if holds), self.classes - 1)

    def _by_value(self, value: Any) -> list[bool]:
        return [value >= cut if self.better == "more" else value <= cut for cut in self.cuts]

    def _one_reached(self, value: Any, values: Values) -> list[bool]:
        n = values.n + 1
        if self.by == "mean":
            excess = Fraction(value) * n - _sum(values) - Fraction(value)
            return [excess >= 0 if self.better == "more" else excess <= 0]
        below = values.worse(value, self.better)
        if self.by == "median":
            return [2 * (values.n - below - values.equal(value)) < n]
        return [below * 100 >= Fraction(cut) * n for cut in self.cuts]


def _sum(values: Values) -> Fraction:
    return Fraction(sum(values.ordered.tolist()), 10**values.digits)
