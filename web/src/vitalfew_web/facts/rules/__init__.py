"""Arithmetic of imports, by kind of file: rows of tables, cards of address books; and of what a customer buys."""

from vitalfew_web.facts.rules.repairs import guess
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
from vitalfew_web.facts.rules.standing import Month, Rhythm, lateness, months_of, rhythm_of, run_against, within_years

__all__ = [
    "SYNONYMS",
    "Month",
    "NotRows",
    "Rhythm",
    "amount_in",
    "as_csv",
    "bare",
    "counted",
    "field_of",
    "first",
    "guess",
    "kept_name",
    "lateness",
    "months_of",
    "rhythm_of",
    "run_against",
    "shown_name",
    "translated",
    "within_years",
    "without_flags",
]
