"""Numbers and days inside sentences, in the run's language. Tables and drawings get the numbers themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from vitalfew.languages import language, say

_SCALES: Mapping[str, Sequence[tuple[int, str]]] = {
    "en": ((10**9, "B"), (10**6, "M")),
    "zh-hans": ((10**8, "亿"), (10**4, "万")),
    "zh-hant": ((10**8, "億"), (10**4, "萬")),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FEW = 1000
"""Below it an amount is shown with its cents."""
MINUS = "\u2212"
_THIN = "\u202f"


def count(number: int) -> str:
    """A whole number with its thousands marked."""
    return _signed(f"{number:,}")


def percent(fraction: Decimal | Fraction | None) -> str:
    """A fraction in per cent: one digit below ten, none above; a dash where it is not known."""
    if fraction is None:
        return "–"
    hundredfold = 100 * _decimal(fraction)
    shown = _rounded(hundredfold, 1 if 0 < abs(hundredfold) < Decimal("9.95") else 0)
    return f"{shown}%" if language() != "en" else f"{shown}{_THIN}%"


def percent_between(share: float, low: float, high: float) -> str:
    """A share with the ends of its range: 19 % (14 %–26 %)."""
    value, first, last = (percent(Decimal(str(part))) for part in (share, low, high))
    return f"{value} ({first}–{last})"


def money(amount: Decimal | int, currency: str | None = None) -> str:
    """An amount to three or four digits: 6.94M in English, 694万 in Chinese; small ones in full."""
    whole, small = Decimal(amount), (1, "")
    unit, mark = next((scale for scale in _SCALES[language()] if abs(whole) >= scale[0]), small)
    value = whole / unit
    shown = f"{_rounded(value, _digits(value, unit))}{mark}"
    return f"{shown}\u00a0{currency}" if currency else shown


def signed(points: Decimal) -> str:
    """A change with its sign, one digit."""
    shown = _rounded(points, 1)
    return shown if shown.startswith(MINUS) or not points else f"+{shown}"


def day(value: date) -> str:
    """A day in words: 31 Oct 2026, 2026年10月31日."""
    if language() == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


def listing(parts: Sequence[str]) -> str:
    """Several names in a row."""
    if len(parts) < 2:
        return "".join(parts)
    comma = ", " if language() == "en" else "、"
    return say("{names} and {last}", names=comma.join(parts[:-1]), last=parts[-1])


def _digits(value: Decimal, unit: int) -> int:
    if unit == 1:
        return 2 if value != value.to_integral_value() and abs(value) < _FEW else 0
    return 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0


def _rounded(value: Decimal, digits: int) -> str:
    shown = value.quantize(Decimal(1).scaleb(-digits))
    return _signed(f"{shown if shown else abs(shown):,}")


def _signed(text: str) -> str:
    return text.replace("-", MINUS)


def _decimal(fraction: Decimal | Fraction) -> Decimal:
    if isinstance(fraction, Decimal):
        return fraction
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
