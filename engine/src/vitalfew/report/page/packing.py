"""Columns as short texts, so that thousands of customers and their reasons stay a small file.

A number becomes the steps of its last digit above the smallest of its column, in as many signs (0–9, a–z) as the
largest needs. Nothing is rounded: the page gets every number back to its last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from vitalfew.report.page.figures import NUMBERS
from vitalfew.report.page_model import Cell, as_json

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_EXACT = 2**53
"""Up to here a page counts in whole steps."""


def packed(cells: Iterable[Cell], kind: str) -> Any:
    """A column for the page: numbers packed, words by their place in a list where there are few of them."""
    column = tuple(cells)
    return _numbers(column) if kind in NUMBERS else _words(column)


def line(months: tuple[int, ...] | None) -> str | None:
    """Twelve sums as heights from 0 to z, one sign each: all that a line of 72 pixels can show."""
    if months is None:
        return None
    least = min(months)
    span = max(months) - least
    return "".join(SIGNS[35 * (month - least) // span if span else 17] for month in months)


def _numbers(cells: Sequence[Cell]) -> Any:
    known = [None if cell is None else Decimal(str(cell)) for cell in cells]
    digits = max((_digits(number) for number in known if number is not None), default=0)
    steps = [None if number is None else int(number.scaleb(digits)) for number in known]
    found = [step for step in steps if step is not None]
    if not found or max(map(abs, found)) >= _EXACT:
        return as_json(tuple(cells))
    least = min(found)
    width = len(_written(max(found) - least))
    at = "".join(" " * width if step is None else _written(step - least).rjust(width, "0") for step in steps)
    return {"least": least, "digits": digits, "width": width, "at": at}


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _written(number: int) -> str:
    """A whole number in base 36."""
    signs = []
    while number:
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return "".join(reversed(signs)) or "0"


def _words(cells: Sequence[Cell]) -> Any:
    words = sorted({str(cell) for cell in cells if cell is not None})
    if len(words) > len(SIGNS):
        return as_json(cells)
    places = {word: SIGNS[place] for place, word in enumerate(words)}
    return {"words": words, "at": "".join(" " if cell is None else places[str(cell)] for cell in cells)}
