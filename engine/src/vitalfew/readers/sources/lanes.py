"""Which typed columns of a Parquet file or data frame need no careful reading, because nothing in them can fail.

A column of another type is read cell by cell through its text, like one of a file. What values still have
to be checked for (empty ids, days in the future, whole numbers too long for a decimal, words for a choice)
is asked of all rows at once by the run.
"""

from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.types as of

from vitalfew.schemas import FactTable, Kind


def fast_types(
    schema: pa.Schema, columns: Mapping[str, str], table: FactTable, digits: int
) -> dict[str, tuple[str, pa.DataType]] | None:
    """Standard name → (column in the file, type it is stored in), or None where a column needs care.

    `columns` is standard name → column in the file; `digits` are those of the currency's minor unit.
    """
    kept = {}
    for name, source in columns.items():
        kind = table[name].kind if name in table else Kind.TEXT
        if not castable(schema.field(source).type, kind, digits):
            return None
        kept[name] = (source, kind.arrow(digits))
    return kept


def castable(type_: pa.DataType, kind: Kind, digits: int) -> bool:
    """Whether every value of this type is, by its type alone, a value of this kind."""
    return _RULES[kind](type_, digits)


def _text(type_: pa.DataType, _: int) -> bool:
    if of.is_dictionary(type_):
        return _text(type_.value_type, _)
    return bool(of.is_string(type_) or of.is_large_string(type_) or of.is_string_view(type_))


def _id(type_: pa.DataType, _: int) -> bool:
    return _text(type_, _) or of.is_integer(type_)


def _whole(type_: pa.DataType, _: int) -> bool:
    return bool(of.is_integer(type_) and not of.is_uint64(type_))


def _decimal(type_: pa.DataType, digits: int) -> bool:
    """No more digits than are kept; a value too large for the column is met when it is cast, and read carefully."""
    if of.is_decimal128(type_):
        return bool(0 <= type_.scale <= digits)
    return bool(of.is_integer(type_))


def _moment(type_: pa.DataType, _: int) -> bool:
    return bool(of.is_date(type_) or (of.is_timestamp(type_) and type_.tz is None))


_RULES: Mapping[Kind, Callable[[pa.DataType, int], bool]] = {
    Kind.ID: _id,
    Kind.TEXT: _text,
    Kind.CHOICE: _text,
    Kind.FLAG: lambda type_, _: of.is_boolean(type_),
    Kind.MOMENT: _moment,
    Kind.DAY: _moment,
    Kind.MONEY: _decimal,
    Kind.PRICE: lambda type_, _: _decimal(type_, 6),
    Kind.NUMBER: lambda type_, _: _decimal(type_, 6),
    Kind.INTEGER: _whole,
}
