"""The columns of a list, declared once for the table, the chooser and the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape

from vitalfew_web.core.listing.addresses import values_of, with_query

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

M = TypeVar("M")


@dataclass(frozen=True)
class Column(Generic[M]):
    """A column of a list.

    `value` is what a row has there, plain, as a file takes it; without it the attribute of the column's name. `draw`
    gives the markup of the cell where the value alone is not enough. With `sort` the list can be put in its order; with
    `field` the cell can be edited in place. A `fixed` column is always there; one that is not `shown` only where it
    was chosen. `place` is the class of the cell, which says where it stands on a phone.
    """

    name: str
    label: Text
    value: Callable[[M], Any] | None = None
    sort: str = ""
    draw: Callable[[M], str] | None = None
    place: str = ""
    field: str = ""
    shown: bool = True
    fixed: bool = False

    def of(self, row: M) -> Any:
        """What a row has in this column."""
        found = self.value(row) if self.value else getattr(row, self.name)
        return timezone.localtime(found) if isinstance(found, datetime) else found

    def drawn(self, row: M) -> str:
        """The inside of the cell, as markup."""
        if self.draw:
            return conditional_escape(self.draw(row))
        found = self.of(row)
        if isinstance(found, datetime):
            return date_format(found, "SHORT_DATE_FORMAT")
        return conditional_escape("" if found is None else found)


@dataclass(frozen=True)
class Heading:
    """A column as the head of a table shows it: where a click leads, and how the list is sorted now."""

    column: Column[Any]
    url: str
    order: str

    @property
    def label(self) -> Text:
        """What stands there."""
        return self.column.label


def names_in(query: QueryDict) -> list[str]:
    """The names of columns in an address: said one by one, as a form does, or with commas."""
    return ",".join(query.getlist("columns")).split(",")


def chosen(columns: Sequence[Column[M]], names: Iterable[str]) -> list[Column[M]]:
    """The columns of these names in the order of the list; where none is named, those shown anyway."""
    wanted = {column.name for column in columns if not column.fixed}.intersection(names)
    return [each for each in columns if each.fixed or (each.name in wanted if wanted else each.shown)]


def asked_in(query: QueryDict, columns: Sequence[Column[Any]]) -> QueryDict:
    """What an address asks for, said once: without what is empty, or shown anyway.

    Raises BadRequest for an order that the list does not offer, and for a page that is no number from 1 on.
    """
    refuse_unknown(query, columns)
    kept = QueryDict(mutable=True)
    for name, given in values_of(query).items():
        value = given.strip()
        if name == "columns":
            found = [column.name for column in chosen(columns, names_in(query))]
            value = "" if found == [column.name for column in chosen(columns, ())] else ",".join(found)
        if value:
            kept[name] = value
    return kept


def refuse_unknown(query: QueryDict, columns: Sequence[Column[Any]]) -> None:
    """Nothing of a request names a field: an order is one of those that stand in the heads of the table."""
    sort, page = query.get("sort", "").strip(), query.get("page", "").strip()
    if sort and sort.removeprefix("-") not in {column.sort for column in columns if column.sort}:
        raise BadRequest("unknown sort field")
    if page and not (page.isascii() and page.isdigit() and int(page[:20]) > 0):
        raise BadRequest("no such page")


def headings(columns: Sequence[Column[Any]], sort: str, query: QueryDict, *, descending: bool) -> list[Heading]:
    """The heads of a table; a click on the sorted one turns the order round."""
    return [_heading(column, sort, query, descending=descending) for column in columns]


def _heading(column: Column[Any], sort: str, query: QueryDict, *, descending: bool) -> Heading:
    if not column.sort:
        return Heading(column, "", "")
    sorted_by = column.sort == sort
    turned = f"-{column.sort}" if sorted_by and not descending else column.sort
    order = ("descending" if descending else "ascending") if sorted_by else ""
    return Heading(column, with_query(query, sort=turned, page=None), order)
