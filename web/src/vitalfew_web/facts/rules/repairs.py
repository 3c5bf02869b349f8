"""What a cell that could not be read was probably meant to be. A guess that a person takes or leaves, never more."""

from __future__ import annotations

import calendar
import re
import unicodedata
from decimal import Decimal

NUMBERS = frozenset({"money", "price", "number", "integer"})
DATES = frozenset({"moment", "day"})

_LOOKS_LIKE = str.maketrans({"O": "0", "o": "0", "〇": "0", "l": "1", "I": "1", "|": "1"})
_ABOUT = re.compile(r"^(?:约|約|大约|大約|ca\.?|approx\.?|[~≈])\s*|\s*(?:左右|上下|\+)$", re.IGNORECASE)
_PLAIN = re.compile(r"[-+]?[0-9](?:[0-9., ']*[0-9])?")
_TIMES = re.compile(r"([-+]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([万萬亿億])")
_WORTH = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_DATE = re.compile(r"([0-9]{2,4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?")
_ERA = re.compile(r"民[国國]\s*")
_TAIWAN = 1911
"""The year before the first of the Republic of China, by which Taiwan counts."""


def guess(kind: str, cell: str, *, name: str = "", currency: str = "") -> str:
    """A readable cell in place of one that could not be read; empty where nothing suggests itself.

    `kind` is the engine's kind of the column called `name`. Numbers: letters that look like digits (1,2O4), words for
    "about", 万 and 亿. Dates, written out with the year first: letters again, day and month that changed places, years of
    the Republic of China, years of two digits that can be no day. Currencies: that of the file.
    """
    text = unicodedata.normalize("NFKC", cell).strip()
    if kind in NUMBERS:
        found = _number(text)
    elif kind in DATES:
        found = _date(text)
    else:
        found = currency if name == "currency" else ""
    return "" if found == cell else found


def _number(text: str) -> str:
    bare = _ABOUT.sub("", _ABOUT.sub("", text))
    if many := _TIMES.fullmatch(bare):
        value = Decimal(many[1].replace(",", "")) * _WORTH[many[2]]
        return f"{value.normalize():f}"
    plain = bare.translate(_LOOKS_LIKE)
    # A word that happens to consist of such letters ("lol") is no number: most signs have to be digits already.
    digits = sum(sign.isdigit() for sign in bare)
    return plain if _PLAIN.fullmatch(plain) and 2 * digits >= len(bare) else ""


def _date(text: str) -> str:
    bare = _ERA.sub("", text)
    found = _DATE.fullmatch(bare.translate(_LOOKS_LIKE))
    if found is None:
        return ""
    year, month, day = _year(found[1], era=bare != text), int(found[2]), int(found[3])
    if month > 12 >= day:
        month, day = day, month
    there = year and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{day:02d}" if there else ""


def _year(digits: str, *, era: bool) -> int:
    """The year of the common calendar; 0 where two digits may as well be a day."""
    if era or len(digits) == 3:
        return int(digits) + _TAIWAN if int(digits) < 1000 else 0
    if len(digits) == 2:
        return 2000 + int(digits) if 31 < int(digits) < 70 else 0
    return int(digits)
