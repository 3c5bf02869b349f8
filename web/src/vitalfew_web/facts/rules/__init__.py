"""Arithmetic of imports, and of what a customer buys."""

from vitalfew_web.facts.rules.imports import (
    amount_in,
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
    "Month",
    "Rhythm",
    "amount_in",
    "counted",
    "field_of",
    "first",
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
