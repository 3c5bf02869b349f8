"""Further columns of the customers file, under their own header: age, gender, income, whatever a scheme names (M158)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import Field

from vitalfew.registry import Aggregate, Columns, Metric, Unit, metric

_HEADER = r"^[^_]"


def _cell(fold: Any, column: str, kind: str) -> Mapping[str, Aggregate]:
    return {"cell": Aggregate("customers", fold, lambda row: getattr(row, column).try_cast(kind))}


@metric
class FurtherNumber(Metric):
    """The number in a further column of the customers file, two digits.

    Missing where the cell is empty or no plain number. Of a group of companies the largest.
    """

    name = "further_number"
    unit = Unit.POINTS
    column: str = Field("age", pattern=_HEADER, description="Header of the column.")

    def required(self) -> Columns:
        return {"customers": (self.column,)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _cell("max", self.column, "decimal(18, 6)")

    def value(self, parts: Any, at: date) -> Any:
        return parts.cell


@metric
class FurtherWord(Metric):
    """The word in a further column of the customers file.

    Missing where the cell is empty. Of a group of companies the first by code point.
    """

    name = "further_word"
    unit = Unit.WORD
    column: str = Field("gender", pattern=_HEADER, description="Header of the column.")

    def required(self) -> Columns:
        return {"customers": (self.column,)}

    def aggregates(self, at: date) -> Mapping[str, Aggregate]:
        return _cell("min", self.column, "string")

    def value(self, parts: Any, at: date) -> Any:
        return parts.cell
