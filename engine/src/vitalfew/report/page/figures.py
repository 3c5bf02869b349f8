"""Cells as they stand in the page before its script has shortened them: whole, readable, exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitalfew.report.page_model import Cell, Grade, Kind

MINUS = "\u2212"
NONE = "–"
NUMBERS = frozenset({"count", "money", "share", "score", "number", "change", "days"})
_LETTERS = frozenset("ABC")
_TONES = ("a", "b", "c", "d")


@dataclass(frozen=True)
class Figure:
    """A number: `value` as programs read it, `text` as people do."""

    value: str
    text: str


def figure(cell: Cell, kind: Kind) -> Figure:
    """A number of a table. A share is written in per cent with one digit; all others keep their digits."""
    number = Decimal(str(cell))
    value = f"{number:f}"
    if kind == "share":
        return Figure(value, _signed(f"{100 * number:,.1f}%"))
    sign = "+" if kind == "change" and number > 0 else ""
    return Figure(value, sign + _signed(f"{number:,f}"))


def css_class(cell: Cell, kind: Kind) -> str:
    """The classes of a table cell: its kind, its side, its sign."""
    words: list[str] = [kind]
    if kind in NUMBERS:
        words.append("n")
    if cell is None:
        words.append("none")
    elif kind == "change":
        words += ["up"] if Decimal(str(cell)) > 0 else ["down"] if Decimal(str(cell)) < 0 else []
    elif kind in NUMBERS and Decimal(str(cell)) < 0:
        words.append("below")
    return " ".join(words)


def letter(label: Cell) -> str:
    """The colour of a class: its letter, where it is one of those that have a colour."""
    return str(label) if label in _LETTERS else "other"


def chips(grades: Sequence[Grade]) -> dict[str, dict[str, str]]:
    """Grade → what its chip shows: text, full name, and a tone. A to D have their own; other names get them in order."""
    lettered = any(grade.chip.lower() in _TONES for grade in grades)
    steps = max(len(grades), len(_TONES))
    ordered = [_TONES[-1] if lettered else _TONES[place * len(_TONES) // steps] for place in range(len(grades))]
    return {
        grade.label: {"chip": grade.chip, "title": grade.title, "tone": _tone(grade.chip) or tone}
        for grade, tone in zip(grades, ordered, strict=True)
    }


def _tone(chip: str) -> str:
    return chip.lower() if chip.lower() in _TONES else ""


def _signed(text: str) -> str:
    return text.replace("-", MINUS)
