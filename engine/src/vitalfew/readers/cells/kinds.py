"""One column of a block, from text to the type of its kind."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.bounds import Ahead, Bounds
from vitalfew.readers.cells.choices import choice_cells, flag_cells
from vitalfew.readers.cells.date_cells import day_cells, moment_cells
from vitalfew.readers.cells.ids import id_cells, short
from vitalfew.readers.cells.number_cells import decimal_cells, integer_cells
from vitalfew.readers.cells.texts import Cells, usable
from vitalfew.schemas import Column, Kind

_DIGITS = 6
"""Behind the point, of prices and numbers."""

_AHEAD = frozenset({"due"})
"""Days that lie ahead by their nature; the rule on the future is about what is said to have happened."""

_SHORT = frozenset({"name"})
"""Texts that stand in lists and letters, and are therefore limited like ids."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one column of a source is read: its meaning, its place and header, and what was found out about it."""

    column: Column
    position: int
    header: str
    mark: str = "."
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for all columns: digits of money, zone of local days, bounds of days, binary numbers."""

    digits: int
    zone: ZoneInfo
    bounds: Bounds
    floats: bool = False


def typed_cells(form: Form, column: pa.StringArray, rules: Rules) -> tuple[Cells, Ahead]:
    """A trimmed column in the type of its kind, and which of its days lie after today."""
    kind = form.column.kind
    if rules.floats and form.mark == ",":
        column = _with_commas(column)
    if kind in (Kind.MOMENT, Kind.DAY):
        read = moment_cells if kind is Kind.MOMENT else day_cells
        cells = read(column, rules.zone, day_first=form.day_first)
        return rules.bounds.applied(cells, ahead=form.column.name in _AHEAD)
    return _undated(form, column, rules), Ahead()


def _undated(form: Form, column: pa.StringArray, rules: Rules) -> Cells:
    match form.column.kind:
        case Kind.ID:
            return id_cells(column, floats=rules.floats)
        case Kind.MONEY:
            return decimal_cells(column, rules.digits, form.mark)
        case Kind.PRICE | Kind.NUMBER:
            return decimal_cells(column, _DIGITS, form.mark)
        case Kind.INTEGER:
            return integer_cells(column, form.mark)
        case Kind.CHOICE:
            return choice_cells(column, form.column.choices)
        case Kind.FLAG:
            return flag_cells(column)
        case _:
            return short(column) if form.column.name in _SHORT else usable(column)


def _with_commas(column: pa.StringArray) -> pa.StringArray:
    """Numbers of a workbook are no text: 12.5 among cells with a decimal comma is 12,5, and 1.234 is 1,234."""
    number = pc.match_substring_regex(column, r"^-?[0-9]+\.[0-9]+$")
    return pc.if_else(number, pc.replace_substring(column, ".", ","), column)
