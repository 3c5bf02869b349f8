"""The words in which a table of facts is described."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pyarrow as pa

MONEY_DIGITS = 2
"""Digits behind the point where no currency is known."""


class Kind(StrEnum):
    """What the cells of a column are; decides how they are read and stored."""

    ID = "id"
    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    MOMENT = "moment"
    DAY = "day"
    MONEY = "money"
    PRICE = "price"
    NUMBER = "number"
    INTEGER = "integer"

    def arrow(self, digits: int = MONEY_DIGITS) -> pa.DataType:
        """The stored type; `digits` are the digits of the currency's minor unit."""
        if self is Kind.MONEY:
            return pa.decimal128(18, digits)
        return _ARROW[self]


_ARROW: Mapping[Kind, pa.DataType] = {
    Kind.ID: pa.string(),
    Kind.TEXT: pa.string(),
    Kind.CHOICE: pa.string(),
    Kind.FLAG: pa.bool_(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.DAY: pa.date32(),
    Kind.PRICE: pa.decimal128(18, 6),
    Kind.NUMBER: pa.decimal128(18, 6),
    Kind.INTEGER: pa.int64(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its standard name, kind, meaning, unit and the other headers it is known by.

    `names` are headers in English, Simplified and Traditional Chinese, written as people write them;
    comparison folds width, case, spaces and punctuation. `choices` maps each standard value of a
    CHOICE column to the words people write for it; unknown words are kept as they stand.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    names: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required: bool = False


@dataclass(frozen=True, slots=True)
class FactTable:
    """A known table of facts. `dated_by` names the column that says when a row came to be (none: undated).

    `key` are the columns that name the same thing again when a row is brought a second time, corrected.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    dated_by: str | None = None
    key: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def __contains__(self, name: object) -> bool:
        return any(column.name == name for column in self.columns)
