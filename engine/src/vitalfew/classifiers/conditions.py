"""Conditions over the columns of one customer, and who they are asked of. Not a method: ladder, rules and combine share it.

Each condition has two readings, one in columns and one in plain Python. A missing value fails every
test but `missing`; a column that is not there is missing for everybody. Numbers are compared as
integers and exact decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, ne, or_
from typing import Annotated, Any, Literal

import ibis
import ibis.expr.types as ir
from pydantic import Field, PlainSerializer, model_validator

from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import say
from vitalfew.registry import Parameters, Row

Test = Literal[">=", ">", "<=", "<", "==", "!=", "in", "between", "missing", "known"]
Who = Literal["everybody", "buyers", "prospects"]

_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {">=": ge, ">": gt, "<=": le, "<": lt, "==": eq, "!=": ne}
_ORDERED = (">=", ">", "<=", "<", "between")


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


Single = Annotated[bool | int | Decimal | str, PlainSerializer(_plain, when_used="json")]
"""What a column is held against; 0.8 in a document is exactly eight tenths, here and after a dump."""


class Condition(Parameters):
    """One test of one column: `{of: monetary, test: ">=", value: 1000}`.

    `in` takes a list, `between` a list of lowest and highest (both inside), `missing` and `known` nothing.
    A flag is tested with `==` true or false.
    """

    of: str = Field(description="A metric, or a classifier named before.")
    test: Test = Field(description="How it is held against the value.")
    value: Single | tuple[Single, ...] | None = Field(None, description="What it is held against.")

    @model_validator(mode="after")
    def _value_fits(self) -> Condition:
        several = isinstance(self.value, tuple)
        if self.test in ("missing", "known"):
            fits = self.value is None
        elif self.test == "between":
            fits = several and len(self._values) == 2 and self._values[0] <= self._values[1]
        else:
            fits = bool(self._values) and several == (self.test == "in")
        if not fits:
            raise ValueError(f"the value does not fit the test {self.test!r}")
        if self.test in _ORDERED and any(isinstance(value, bool | str) for value in self._values):
            raise ValueError(f"{self.test!r} compares numbers only")
        return self

    @property
    def _values(self) -> tuple[Any, ...]:
        return self.value if isinstance(self.value, tuple) else () if self.value is None else (self.value,)

    def in_columns(self, customers: ir.Table) -> Any:
        """Whether it holds, as a boolean column that is never missing."""
        if self.of not in customers.columns:
            return ibis.literal(self.test == "missing")
        cell = customers[self.of]
        if self.test in ("missing", "known"):
            return cell.isnull() if self.test == "missing" else cell.notnull()
        self._refuse_other_kinds(cell)
        return self._compared(cell).fill_null(False)

    def _refuse_other_kinds(self, cell: Any) -> None:
        kind = cell.type()
        fits: type | tuple[type, ...] = str if kind.is_string() else bool if kind.is_boolean() else (int, Decimal)
        if not all(isinstance(value, fits) and isinstance(value, bool) == kind.is_boolean() for value in self._values):
            raise Refusal(
                say("a condition holds {column} against a value of another kind.", column=repr(self.of)),
                remedy=say("Numbers go with numbers, words with words, true and false with flags."),
            )

    def _compared(self, cell: Any) -> Any:
        if self.test == "in":
            return reduce(or_, [eq(*held_against(cell, value)) for value in self._values])
        if self.test == "between":
            lowest, highest = self._values
            return ge(*held_against(cell, lowest)) & le(*held_against(cell, highest))
        return _SIGNS[self.test](*held_against(cell, self._values[0]))

    def of_one(self, one: Row) -> bool:
        """Whether it holds for one customer."""
        cell = one.get(self.of)
        if self.test in ("missing", "known"):
            return (cell is None) == (self.test == "missing")
        if cell is None:
            return False
        if self.test == "in":
            return cell in self._values
        if self.test == "between":
            return bool(self._values[0] <= cell <= self._values[1])
        return bool(_SIGNS[self.test](cell, self._values[0]))


class Clause(Parameters):
    """Conditions that must all hold, of everybody, of buyers only or of customers without any order only."""

    who: Who = Field("everybody", description="Of whom it is asked: everybody, buyers or prospects.")
    when: tuple[Condition, ...] = Field((), description="Conditions that must all hold.")

    def in_columns(self, customers: ir.Table) -> Any:
        """Whether it holds, as a boolean column that is never missing."""
        return reduce(and_, [condition.in_columns(customers) for condition in self.when], asked(customers, self.who))

    def of_one(self, one: Row) -> bool:
        """Whether it holds for one customer."""
        return asked_of_one(one, self.who) and all(condition.of_one(one) for condition in self.when)


def asked(customers: ir.Table, who: Who) -> Any:
    """Whether a customer is one of those asked; in a table that does not tell, everybody is a buyer."""
    if who == "everybody":
        return ibis.literal(True)
    if HAS_ORDERS not in customers.columns:
        return ibis.literal(who == "buyers")
    return customers[HAS_ORDERS] == ibis.literal(who == "buyers")


def asked_of_one(one: Row, who: Who) -> bool:
    """Whether this customer is one of those asked."""
    return who == "everybody" or bool(one.get(HAS_ORDERS, True)) == (who == "buyers")


def held_against(cell: Any, value: Any) -> tuple[Any, Any]:
    """A column and a value to compare, exactly: both times the denominator, so that the value is whole.

    Ibis compares decimals of two kinds only where one holds the other, and cuts a decimal after the third digit.
    """
    if not isinstance(value, Decimal):
        return cell, value
    numerator, denominator = value.as_integer_ratio()
    return (cell if denominator == 1 else cell * denominator), numerator


def columns_of(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The columns that clauses look at, each once, in order."""
    return tuple(dict.fromkeys(condition.of for clause in clauses for condition in clause.when))


def none_of(wanted: tuple[str, ...], columns: Collection[str]) -> tuple[str, ...]:
    """What conditions lack: nothing while one of their columns is there, for an absent one is missing for all."""
    return () if not wanted or any(name in columns for name in wanted) else wanted


def scored_by(customers: ir.Table, source: str | None) -> Any:
    """The score of an earlier classifier, or a metric; missing where there is none."""
    name = _score_column(source, customers.columns)
    return ibis.null("decimal(38, 2)") if name is None else customers[name]


def score_of_one(one: Row, source: str | None) -> Any:
    """The same of one customer."""
    name = _score_column(source, one)
    return None if name is None else one[name]


def _score_column(source: str | None, columns: Collection[str]) -> str | None:
    return next((name for name in (f"{source}.score", source) if name in columns), None) if source else None
