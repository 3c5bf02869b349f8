"""What the cells of a column look like, for columns whose header says nothing."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

_DATE = re.compile(
    r"(19|20)\d\d([-/.年])\s?\d{1,2}([-/.月])\s?\d{1,2}日?([T\s].*)?|\d{1,2}[-/.]\d{1,2}[-/.]((19|20)\d\d)([T\s].*)?"
    r"|(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
)
_NUMBER = re.compile(r"[(（-]?\s*[¥￥$€£]?\s*-?\d[\d,'\s\xa0]*(?P<fraction>[.,]\d+)?\s*[¥￥$€£元]?[)）-]?")


class Look(Enum):
    """Dates, numbers of which some have a fraction, whole numbers, other text, or nothing at all."""

    DATE = "date"
    FRACTION = "fraction"
    WHOLE = "whole"
    TEXT = "text"
    EMPTY = "empty"


def look(cells: Sequence[str | None]) -> Look:
    """What at least 19 in 20 of the filled cells are."""
    filled = [cell.strip() for cell in cells if cell and cell.strip()]
    if not filled:
        return Look.EMPTY
    if _mostly(filled, _DATE):
        return Look.DATE
    if not _mostly(filled, _NUMBER):
        return Look.TEXT
    return (
        Look.FRACTION
        if any((found := _NUMBER.fullmatch(cell)) and found["fraction"] for cell in filled)
        else Look.WHOLE
    )


def _mostly(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) * 20 >= len(cells) * 19


def is_data(cell: str) -> bool:
    """Whether a cell is a date or a number: then it is no header."""
    return bool(_DATE.fullmatch(cell.strip()) or _NUMBER.fullmatch(cell.strip()))


def by_content(
    sample: Sequence[Sequence[str | None]], found: frozenset[str], taken: frozenset[int], gap: Sequence[str]
) -> dict[str, int]:
    """Needed columns that content tells, each only where one column alone can be meant: standard name → place.

    The only column of dates is the day. The only column of numbers with a fraction is the amount, where
    neither quantity nor price is known. The only other column, whose cells come again, is the customer.
    """
    looks = {place: look(cells) for place, cells in enumerate(sample) if place not in taken}
    wanted: dict[str, Look] = {name: Look.DATE for name in ("moment", "day", "issued", "date") if name in gap}
    if "amount" in gap and not found & {"quantity", "unit_price"}:
        wanted["amount"] = Look.FRACTION
    guessed = {name: place for name, kind in wanted.items() if (place := _only(looks, kind)) is not None}
    if "customer_id" in gap and (place := _customer(sample, looks)) is not None:
        guessed["customer_id"] = place
    return guessed


def _only(looks: Mapping[int, Look], *kinds: Look) -> int | None:
    places = [place for place, kind in looks.items() if kind in kinds]
    return places[0] if len(places) == 1 else None


def _customer(sample: Sequence[Sequence[str | None]], looks: Mapping[int, Look]) -> int | None:
    place = _only(looks, Look.TEXT, Look.WHOLE)
    if place is None:
        return None
    filled = [cell for cell in sample[place] if cell]
    return place if len(set(filled)) < len(filled) else None
