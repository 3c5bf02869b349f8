"""Arithmetic of imports, one module per kind of file: rows of tables, and cards of address books."""

from vitalfew_web.facts.rules.rows import (
    SYNONYMS,
    NotRows,
    amount_in,
    as_csv,
    bare,
    counted,
    field_of,
    first,
    kept_name,
    shown_name,
    translated,
    without_flags,
)

__all__ = [
    "SYNONYMS",
    "NotRows",
    "amount_in",
    "as_csv",
    "bare",
    "counted",
    "field_of",
    "first",
    "kept_name",
    "shown_name",
    "translated",
    "without_flags",
]
