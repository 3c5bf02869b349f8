"""A grid of two columns, any n × m: profit × service cost, loyalty × profit, old/new × big/small."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import ibis
import ibis.expr.types as ir
from pydantic import Field, model_validator

from vitalfew.classifiers.cuts import Cuts
from vitalfew.expressions import first_where
from vitalfew.population import Population
from vitalfew.registry import Method, MethodParameters, Parameters, Row, Verdict, method


class Axis(Parameters):
    """One side of a grid: a metric with its cuts, or an earlier classifier with its labels, best first."""

    of: str = Field(description="The metric or the earlier classifier.")
    cut: Cuts | None = Field(None, description="Where a metric is cut.")
    labels: tuple[str | int, ...] = Field(
        (), description="The labels of a classifier (or words of a metric), best first."
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Axis:
        if (self.cut is None) != bool(self.labels):
            raise ValueError("an axis has either a cut or labels")
        return self

    @property
    def steps(self) -> int:
        """Into how many classes it divides the customers."""
        return self.cut.classes if self.cut else len(self.labels)

    def in_columns(self, customers: ir.Table) -> Any:
        """The class of every customer, 0 the best; missing where there is no value or no such label."""
        if self.cut:
            return self.cut.in_columns(customers, self.of)
        places = [(customers[self.of] == label, index) for index, label in enumerate(self.labels)]
        return first_where(places, ibis.null("int64")).cast("int64")

    def of_one(self, one: Row, others: Population) -> int | None:
        """The class of one customer."""
        if self.cut:
            return self.cut.of_one(one, others, self.of)
        return self.labels.index(one[self.of]) if one[self.of] in self.labels else None


class Grid(MethodParameters):
    """The cell where the class on one axis meets the class on the other.

    The score counts the steps above the worst corner, which has 0. A customer with no value on either
    axis, or with a label that the axis does not list, has no cell. Ties, zero and negative values are
    the matter of the axes. The matrix of profit and service cost, and of loyalty and profit (M52, M17).
    """

    rows: Axis = Field(description="The axis from top to bottom, best first.")
    columns: Axis = Field(description="The axis from left to right, best first.")
    cells: tuple[tuple[str, ...], ...] = Field(description="Names of the cells, row by row; a name may stand twice.")

    @model_validator(mode="after")
    def _cells_fit(self) -> Grid:
        n, m = self.rows.steps, self.columns.steps
        if len(self.cells) != n or any(len(row) != m for row in self.cells):
            raise ValueError(f"the axes make {n} × {m} cells; that many names are needed")
        return self

    def reads(self) -> tuple[str, ...]:
        return (self.rows.of, self.columns.of)

    def ranks(self) -> tuple[str, ...]:
        return tuple(axis.of for axis in (self.rows, self.columns) if axis.cut and axis.cut.compares)

    def places(self) -> Collection[str]:
        cuts = ((axis.cut, axis.of) for axis in (self.rows, self.columns))
        return [place for cut, of in cuts if cut for place in cut.placed_by(of)]

    def labels(self) -> tuple[str | int, ...]:
        places = [(i + j, i, name) for i, row in enumerate(self.cells) for j, name in enumerate(row)]
        return tuple(dict.fromkeys(name for _, _, name in sorted(places)))

    @property
    def top(self) -> int:
        """The score of the best corner."""
        return self.rows.steps + self.columns.steps - 2


def classify(customers: ir.Table, parameters: Grid) -> ir.Table:
    """Cells in columns."""
    placed = customers.mutate(
        _row=parameters.rows.in_columns(customers), _column=parameters.columns.in_columns(customers)
    )
    named = [
        ((placed._row == i) & (placed._column == j), name)
        for i, row in enumerate(parameters.cells)
        for j, name in enumerate(row)
    ]
    score: Any = parameters.top - placed._row - placed._column
    return placed.mutate(label=first_where(named, ibis.null("string")), score=score.cast("int64")).drop(
        "_row", "_column"
    )


def judge(one: Row, others: Population, parameters: Grid) -> Verdict:
    """The cell of one customer among the others."""
    row, column = parameters.rows.of_one(one, others), parameters.columns.of_one(one, others)
    if row is None or column is None:
        return Verdict(None)
    points = {
        parameters.rows.of: parameters.rows.steps - 1 - row,
        parameters.columns.of: parameters.columns.steps - 1 - column,
    }
    return Verdict(parameters.cells[row][column], sum(points.values()), points=points)


method(Method("grid", Grid, classify, judge, speaks_of_prospects=True))
