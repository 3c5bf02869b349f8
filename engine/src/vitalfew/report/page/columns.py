"""Which columns of the list have room: all that fit on a screen, fewer on paper, three on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from vitalfew.report.page.figures import NUMBERS
from vitalfew.report.page_model import Column

SCREEN = 10
PAPER = 7


def shown(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of the list; further ones fold out with the reasons of a customer."""
    return tuple(columns[:SCREEN])


def places(columns: Sequence[Column]) -> dict[str, str]:
    """Key of a column → the classes that say where it is left out: `wide` on a phone, `extra` on paper.

    Customer and grade are everywhere, on a phone beside the first amount, on paper beside the first numbers.
    """
    first = [_first(columns, "customer"), _first(columns, "grade")]
    numbers = [column for column in columns if column.kind in NUMBERS]
    phone = {*first, _first(columns, "money")}
    paper = {*first, *(column.key for column in numbers[: PAPER - len(first)])}
    return {
        column.key: " ".join(name for name, kept in (("wide", phone), ("extra", paper)) if column.key not in kept)
        for column in columns
    }


def _first(columns: Sequence[Column], kind: str) -> str | None:
    return next((column.key for column in columns if column.kind == kind), None)
