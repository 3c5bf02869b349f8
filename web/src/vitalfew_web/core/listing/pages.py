"""Pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Model, QuerySet, Window
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vitalfew_web.core.listing.addresses import with_query

M = TypeVar("M", bound=Model)

PAGE = 50
"""Rows of a page."""

COUNTED = 10_000
"""More rows than these are not counted: that would take longer than to show them."""

LAST_PAGE = COUNTED // PAGE


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
        return count_text(self.total)

    @property
    def previous_url(self) -> str:
        """The page before; empty on the first."""
        return with_query(self.query, page=self.number - 1 if self.number > 2 else None) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after; empty on the last, and where pages end."""
        more = self.end < self.total and self.number < LAST_PAGE
        return with_query(self.query, page=self.number + 1) if more else ""


def page_of(rows: QuerySet[M], query: QueryDict, total: int | None = None) -> Page[M]:
    """The page that a query string asks for; a page that is none is the first. Whoever counted already says so."""
    if total is None:
        [total] = counted([rows])
    number = _number(query.get("page", ""))
    begin = (number - 1) * PAGE
    return Page(list(rows[begin : begin + PAGE]), number, total, query)


def page_found_whole(
    rows: QuerySet[M], query: QueryDict, near: QuerySet[M], told: Callable[[], QuerySet[Any] | RawSQL]
) -> Page[M]:
    """The same of a list whose rows the database finds all before it sorts them.

    `near` are those of the rows that stand at the start of their order, cheaply had: a page full of them is the page, and the
    rows are counted alone (`told` gives what is counted for them). Else their keys are sorted and counted on the way, and the rows
    of the page are read by them.
    """
    number = _number(query.get("page", ""))
    begin = (number - 1) * PAGE
    first = list(near[begin : begin + PAGE])
    if len(first) == PAGE:
        [total] = counted([told()])
        return Page(first, number, total, query)
    keys = list(rows.annotate(among=Window(Count("pk"))).values_list("pk", "among")[begin : begin + PAGE])
    if not keys:
        return page_of(rows, query)
    found = rows.filter(pk__in=[key for key, _among in keys])
    return Page(list(found), number, min(keys[0][1], COUNTED + 1), query)


def counted(lists: Sequence[QuerySet[Any] | RawSQL]) -> list[int]:
    """How many rows each of some lists has, by one question to the database, and no further than is counted.

    Where an index knows the rows of a list, its SQL stands for the list: no row needs to be read.
    """
    asked = [_count_of(rows) for rows in lists]
    with connection.cursor() as cursor:
        parts = ", ".join(sql for sql, _values in asked)
        cursor.execute(f"SELECT {parts}", [value for _sql, values in asked for value in values])
        return list(cursor.fetchone())


def _count_of(rows: QuerySet[Any] | RawSQL) -> tuple[str, tuple[Any, ...]]:
    """Django's own SQL of a list within a count, and its values."""
    try:
        if isinstance(rows, RawSQL):
            sql, values = f"{rows.sql} LIMIT {COUNTED + 1}", tuple(rows.params)
        else:
            sql, values = rows.order_by().values("pk")[: COUNTED + 1].query.sql_with_params()
    except EmptyResultSet:
        return "0", ()
    return f"(SELECT COUNT(*) FROM ({sql}) AS counted)", values  # noqa: S608  (no value of a person is in the text)


def count_text(total: int) -> str:
    """A number of rows in words, as far as it is counted."""
    if total > COUNTED:
        return _("more than {count}").format(count=number_format(COUNTED, force_grouping=True))
    return number_format(total, force_grouping=True)


def _number(text: str) -> int:
    return min(int(text[:20]), LAST_PAGE) if text.isascii() and text.isdigit() and int(text[:20]) > 0 else 1
