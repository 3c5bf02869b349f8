"""Names for what the figures speak of: customers, grades and classes, windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vitalfew.languages import pick, say
from vitalfew.metrics.windows import YEAR
from vitalfew.report.page_model import Cell, Column, Grade, Kind
from vitalfew.report.portrait import Portrait
from vitalfew.scheme import Scheme

LONGEST_CHIP = 2


Filled = list[tuple[Column, list[Any]]]
"""Columns with their cells."""


def filled(offered: Filled) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """The columns in which something stands, and the rows of them."""
    kept = [(head, cells) for head, cells in offered if any(cell is not None for cell in cells)]
    return tuple(head for head, _ in kept), tuple(zip(*(cells for _, cells in kept), strict=True))


def column(key: str, name: str, kind: Kind) -> Column:
    """A column by its name in files, its heading and how its cells are shown."""
    return Column(name, kind, key)


def scores(cells: Sequence[Cell]) -> Column:
    """The column of the scores: whole ones are shown without a digit behind the point."""
    whole = all(isinstance(cell, int) for cell in cells if cell is not None)
    return column("score", say("Score"), "count" if whole else "score")


def who(portrait: Portrait, ids: Sequence[str]) -> list[tuple[str, str | None]]:
    """Customers as the cells of a table have them: id and, where it is known, name."""
    names = portrait.result.names_of(list(ids))
    return [(ident, names.get(ident)) for ident in ids]


def called(portrait: Portrait, ids: Sequence[str]) -> list[str]:
    """What customers are called inside a sentence: their name, else their id."""
    return [name or ident for ident, name in who(portrait, ids)]


def title_of(scheme: Scheme, classifier: str | None, label: Any) -> str:
    """The title of a label in the run's language; the label itself where it has none."""
    meaning = scheme.labels.get(classifier or "", {}).get(str(label))
    return pick(meaning.title) if meaning else str(label)


def grades(scheme: Scheme) -> tuple[Grade, ...]:
    """The grades of a scheme, best first."""
    return tuple(_grade(scheme, str(label)) for label in scheme.grade_labels())


def _grade(scheme: Scheme, label: str) -> Grade:
    title = title_of(scheme, scheme.grade, label)
    meaning = scheme.labels.get(scheme.grade or "", {}).get(label)
    chip = label if len(label) <= LONGEST_CHIP else title
    return Grade(label, chip, title, pick(meaning.playbook) if meaning else "")


def window_words(window: int | None) -> str:
    """A window of amounts in words."""
    if window is None:
        return say("all history")
    return say("twelve months") if window == YEAR else say("the last {days} days", days=window)
