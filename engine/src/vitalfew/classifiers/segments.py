"""Named RFM segments: recency on one axis, the mean of frequency and money on the other."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field

from vitalfew.expressions import HAS_ORDERS, first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Parameters, Row, Verdict, method


class Cell(Parameters):
    """One rectangle of the grid: lowest and highest r, lowest and highest x, and its name."""

    r: tuple[int, int] = Field(description="Lowest and highest score of recency.")
    x: tuple[int, int] = Field(description="Lowest and highest mean score of frequency and money.")
    label: str = Field(description="Name of the cell.")


class Segments(MethodParameters):
    """The first cell that holds r and x = (f + m + 1) // 2; the score is r + f + m.

    Without r (only refunds) the label is `no_valid_order`, without any order `no_order`; both have no
    score. Contract section 4.
    """

    r: str = Field("r", description="Classifier that scores recency.")
    f: str = Field("f", description="Classifier that scores frequency.")
    m: str = Field("m", description="Classifier that scores money.")
    cells: tuple[Cell, ...] = Field(description="The grid, first match wins.")
    no_valid_order: str = Field("no_valid_order", description="Label of customers with refunds only.")
    no_order: str = Field("no_order", description="Label of customers without any order.")

    def reads(self) -> tuple[str, ...]:
        return (self.r, self.f, self.m)

    def labels(self) -> tuple[str | int, ...]:
        named = dict.fromkeys(cell.label for cell in self.cells)
        return (*named, self.no_valid_order, self.no_order)


def classify(customers: ir.Table, parameters: Segments) -> ir.Table:
    """Segments in columns."""
    r, f, m = (customers[name] for name in parameters.reads())
    x = (f + m + 1) // 2
    inside = [(r.between(*cell.r) & x.between(*cell.x), cell.label) for cell in parameters.cells]
    special: list[tuple[Any, Any]] = [(r.isnull(), parameters.no_valid_order)]
    if HAS_ORDERS in customers.columns:
        special.insert(0, (~customers[HAS_ORDERS], parameters.no_order))
    return customers.mutate(
        label=first_where([*special, *inside], ibis.null("string")),
        score=r + f + m,
    )


def judge(one: Row, others: Population, parameters: Segments) -> Verdict:
    """The segment of one customer."""
    r, f, m = (one[name] for name in parameters.reads())
    if not one.get(HAS_ORDERS, True):
        return Verdict(parameters.no_order)
    if r is None:
        return Verdict(parameters.no_valid_order)
    if f is None or m is None:
        return Verdict(None)
    x = (f + m + 1) // 2
    label = next((c.label for c in parameters.cells if c.r[0] <= r <= c.r[1] and c.x[0] <= x <= c.x[1]), None)
    return Verdict(label, r + f + m)


method(Method("segments", Segments, classify, judge, speaks_of_prospects=True))
