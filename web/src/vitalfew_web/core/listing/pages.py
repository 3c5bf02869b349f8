"""Pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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

READ_WHOLE = 1_000
"""So many rows are read to be sorted; of more their keys alone, and the rows of the page by them."""


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


def page_of(rows: QuerySet[M], query: QueryDict, total: int | None = None, near: QuerySet[M] | None = None) -> Page[M]:
    """The page that a query string asks for; a page that is none is the first. Whoever counted already says so.

    `near` are those of the rows that stand at the start of their order, cheaply had: of many rows a page full of them is
    the page.
    """
    if total is None:
        [total] = counted([rows])
    number = _number(query.get("page", ""))
    for some in [near, rows] if near is not None and total > READ_WHOLE else [rows]:
        found = _read(some, (number - 1) * PAGE, total)
        if len(found) == PAGE:
            break
    return Page(found, number, total, query)


def _read(rows: QuerySet[M], begin: int, total: int) -> list[M]:
    """The rows of a page. Of many their keys first: an index has them, and what is passed over is never read."""
    if total <= READ_WHOLE:
        return list(rows[begin : begin + PAGE])
    return _with_keys(rows, rows.values_list("pk", flat=True)[begin : begin + PAGE])


def _with_keys(rows: QuerySet[M], keys: Iterable[Any]) -> list[M]:
    """Rows in the order of their keys."""
    wanted = list(keys)
    found = {row.pk: row for row in rows.order_by().filter(pk__in=wanted)}
    return [found[key] for key in wanted if key in found]


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
    found = _with_keys(rows, [key for key, _among in keys])
    return Page(found, number, min(keys[0][1], COUNTED + 1), query)


Rows = QuerySet[Any] | RawSQL
"""What is counted: a list, or where an index knows its rows, the SQL that asks the index, so that no row is read."""


def counted(lists: Sequence[Rows]) -> list[int]:
    """How many rows each of some lists has, by one question to the database, and no further than is counted."""
    return counted_where_few(lists, ())[0]


def counted_where_few(lists: Sequence[Rows], parts: Sequence[Rows]) -> tuple[list[int], list[int | None]]:
    """The same of some lists and of parts of the first: those are None where it has more rows than are counted.

    To count five parts of a million rows takes longer than to show a page of them.
    """
    first, *rest = (_count_of(rows) for rows in lists)
    where_few = [(f"CASE WHEN first.n <= {COUNTED} THEN {sql} END", values) for sql, values in map(_count_of, parts)]
    # The limit keeps the database from counting the first again for each of its parts.
    asked = [("first.n", ()), *rest, *where_few, (f"FROM (SELECT {first[0]} AS n LIMIT 1) AS first", first[1])]
    *counts, known = (sql for sql, _values in asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)} {known}", [value for _sql, values in asked for value in values])
        found = list(cursor.fetchone())
    return found[: len(lists)], found[len(lists) :]


def _count_of(rows: Rows) -> tuple[str, tuple[Any, ...]]:
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


def short_count(total: int) -> str:
    """The same in few signs, for a tab."""
    return number_format(min(total, COUNTED), force_grouping=True) + ("+" if total > COUNTED else "")


def _number(text: str) -> int:
    return min(int(text[:20]), LAST_PAGE) if text.isascii() and text.isdigit() and int(text[:20]) > 0 else 1
