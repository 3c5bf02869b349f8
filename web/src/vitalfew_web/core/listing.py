"""What all lists share: columns, order, pages, and addresses that hold all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

M = TypeVar("M", bound=Model)

PAGE = 50
"""Rows of a page."""

COUNTED = 10_000
"""More rows than these are not counted: that would take longer than to show them."""

LAST_PAGE = COUNTED // PAGE


@dataclass(frozen=True)
class Column:
    """A column of a list; with `sort` the list can be put in its order."""

    name: str
    label: Text
    sort: str = ""


@dataclass(frozen=True)
class Heading:
    """A column as the head of a table shows it: where a click leads, and how the list is sorted now."""

    column: Column
    url: str
    order: str

    @property
    def label(self) -> Text:
        """What stands there."""
        return self.column.label


@dataclass(frozen=True)
class Page(Generic[M]):
    """Some rows of a list and where they stand in it."""

    rows: list[M]
    number: int
    total: int
    query: QueryDict

    @property
    def start(self) -> int:
        """The place of the first row, counted from 1; 0 where there is none."""
        return (self.number - 1) * PAGE + 1 if self.rows else 0

    @property
    def end(self) -> int:
        """The place of the last row."""
        return (self.number - 1) * PAGE + len(self.rows)

    @property
    def count_text(self) -> str:
        """How many rows there are, as far as they are counted."""
        if self.total > COUNTED:
            return _("more than {count}").format(count=number_format(COUNTED, force_grouping=True))
        return number_format(self.total, force_grouping=True)

    @property
    def previous_url(self) -> str:
        """The page before; empty on the first."""
        return with_query(self.query, page=self.number - 1 if self.number > 2 else None) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after; empty on the last, and where pages end."""
        more = self.end < self.total and self.number < LAST_PAGE
        return with_query(self.query, page=self.number + 1) if more else ""


def page_of(rows: QuerySet[M], query: QueryDict) -> Page[M]:
    """The page that a query string asks for; a page that is none is the first."""
    total = rows.order_by()[: COUNTED + 1].count()
    number = _number(query.get("page", ""))
    begin = (number - 1) * PAGE
    return Page(list(rows[begin : begin + PAGE]), number, total, query)


def _number(text: str) -> int:
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdigit() and int(text) > 0 else 1


def headings(columns: list[Column], sort: str, query: QueryDict, *, descending: bool) -> list[Heading]:
    """The heads of a table; a click on the sorted one turns the order round."""
    return [_heading(column, sort, query, descending=descending) for column in columns]


def _heading(column: Column, sort: str, query: QueryDict, *, descending: bool) -> Heading:
    if not column.sort:
        return Heading(column, "", "")
    sorted_by = column.sort == sort
    turned = f"-{column.sort}" if sorted_by and not descending else column.sort
    order = ("descending" if descending else "ascending") if sorted_by else ""
    return Heading(column, with_query(query, sort=turned, page=None), order)


def with_query(query: QueryDict, **changed: Any) -> str:
    """The same query string with other values; None takes one out."""
    copy = query.copy()
    for name, value in changed.items():
        copy.pop(name, None)
        if value is not None:
            copy[name] = str(value)
    return f"?{copy.urlencode()}"


BLANKS = re.compile(r"^[\s\u200b\u2060\ufeff]+")
"""What may stand before a formula: spaces, and signs without width."""

SIGNS = tuple("=+-@＝＋－＠")
"""What a formula begins with, its full-width forms included."""


def without_formulas(text: str) -> str:
    """A text as a cell of a CSV file that no spreadsheet takes for a formula, whatever blanks it begins with."""
    bare = BLANKS.sub("", text, count=1)
    return f"'{text}" if text[:1] in tuple("\t\r\n") or bare.startswith(SIGNS) else text
