"""The careful rule for numbers: what a cell of digits means, told apart from what only looks like one.

Contract, "Money": after folding currency signs, spaces, thousands separators, full-width digits, and
brackets or a trailing minus as negative, a cell is a plain decimal number, or its row is rejected.
"""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal

from vitalfew.languages import say
from vitalfew.readers.cells.currencies import SIGNS
from vitalfew.readers.cells.texts import Unreadable, narrow

HELD = 18
"""Digits that a decimal column holds, before and behind the point together."""

LONGEST = 100
"""Characters; no number that can be held needs more."""

_MONEY = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_CELL = re.compile(
    rf"(?P<open>\()? *(?P<first>[+-])? *(?P<before>{_MONEY})? *(?P<second>[+-])? *(?P<digits>[0-9.,][0-9., ']*?)"
    rf" *(?P<after>{_MONEY})? *(?P<last>-)? *(?P<close>\))?",
    re.IGNORECASE,
)


def _body(mark: str, separators: str) -> re.Pattern[str]:
    point = re.escape(mark)
    groups = rf"[1-9][0-9]{{0,2}}(?P<by>[{separators}])[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*"
    return re.compile(rf"(?:{groups}|[0-9]+)(?:{point}[0-9]*)?|{point}[0-9]+")


_BODY = {".": _body(".", ", '"), ",": _body(",", ". '")}
_EXACT = Context(prec=2 * LONGEST, rounding=ROUND_HALF_EVEN)


def number(text: str, mark: str = ".") -> Decimal:
    """The number a cell holds; `mark` is the decimal mark of its column. Exact, not rounded.

    Refused: exponents, hexadecimal, NaN and infinity, thousands separators that do not stand at
    thousands, two signs, words.
    """
    plain = narrow(text)
    cell = _CELL.fullmatch(plain) if len(plain) <= LONGEST else None
    if cell is None or not _one_sign(cell) or (cell["before"] and cell["after"]):
        raise Unreadable(say("not a plain number"))
    digits = cell["digits"]
    if _BODY[mark].fullmatch(digits) is None:
        raise Unreadable(_why_not(digits, mark))
    value = Decimal(re.sub(rf"[^0-9{re.escape(mark)}]", "", digits).replace(mark, "."))
    negative = cell["open"] or "-" in (cell["first"], cell["second"], cell["last"])
    return -value if negative and value else value


def held(value: Decimal, digits: int) -> Decimal:
    """The number rounded half-even to `digits` behind the point; refused where it has more than 18 in all."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    if abs(rounded) >= Decimal(10) ** (HELD - digits):
        raise Unreadable(say("more digits than can be held"))
    return rounded


def whole(value: Decimal) -> int:
    """The number as a count; refused where it has a fraction or more than 18 digits."""
    if value != value.to_integral_value():
        raise Unreadable(say("not a whole number"))
    return int(held(value, 0))


def reads(text: str, mark: str) -> bool:
    """Whether the cell is a number with this decimal mark."""
    try:
        number(text, mark)
    except Unreadable:
        return False
    return True


def _one_sign(cell: re.Match[str]) -> bool:
    brackets = bool(cell["open"])
    signs = brackets + sum(cell[place] is not None for place in ("first", "second", "last"))
    return brackets == bool(cell["close"]) and signs <= 1


def _why_not(digits: str, mark: str) -> str:
    if mark == "." and _BODY[","].fullmatch(digits):
        return say("reads only with a decimal comma; --decimal , reads the column so")
    return say("not a plain number")
