"""Amounts in few signs and in all of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import format_compact_decimal
from django.utils.formats import number_format
from django.utils.translation import get_language, to_locale

from vitalfew_web.grading.models import Run

if TYPE_CHECKING:
    pass


def language() -> str:
    """The language of the page, as the engine's texts are kept by."""
    return get_language() or "en"


def short_amount(minor: int | None, digits: int) -> str:
    """An amount in few signs: 18.7M, 1870万."""
    if minor is None:
        return "–"
    amount = Decimal(minor).scaleb(-digits)
    locale = to_locale(language())
    if abs(amount) < 10_000:
        # Not every language has a short form for thousands, and digits behind the point say nothing there.
        return number_format(round(amount), 0, force_grouping=True).replace("-", "−")
    return format_compact_decimal(amount, locale=locale, fraction_digits=1).replace("-", "−")


def exact_amount(minor: int | None, run: Run) -> str:
    """An amount with all its digits and the currency."""
    if minor is None:
        return ""
    return (
        f"{number_format(Decimal(minor).scaleb(-run.digits), run.digits, force_grouping=True)} {run.currency}".strip()
    )


def share_of(part: int, whole: int | None) -> str:
    """A part in per cent of a whole; nothing of a whole that is not above zero."""
    if not whole or whole < 0:
        return ""
    return f"{number_format(Decimal(100 * part) / whole, 1)} %"


def plain_amount(minor: int | None, digits: int) -> str:
    """An amount in whole units, for a printed table."""
    return "" if minor is None else number_format(round(Decimal(minor).scaleb(-digits)), 0, force_grouping=True)
