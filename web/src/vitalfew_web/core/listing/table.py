"""A list as it was asked for: all that its page draws, and where each click leads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django import forms
from django.db.models import Model
from django.http import QueryDict
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from vitalfew_web.core.listing.addresses import state_of, with_query
from vitalfew_web.core.listing.board import Lane, Layout
from vitalfew_web.core.listing.bulk import Action, choice_of
from vitalfew_web.core.listing.columns import Column, Heading, chosen, headings, names_in
from vitalfew_web.core.listing.pages import Page

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Chip:
    """A filter that is set, and the address of the list without it."""

    label: Text
    text: str
    url: str


def chips_of(form: forms.Form, query: QueryDict) -> list[Chip]:
    """The filters of a form that are set; what is searched for stands in its own field."""
    values = ((name, value) for name, value in form.cleaned_data.items() if value and name != "q")
    return [_chip(form[name], value, query) for name, value in values]


def _chip(field: forms.BoundField, value: Any, query: QueryDict) -> Chip:
    words = {} if isinstance(field.field, forms.ModelChoiceField) else dict(getattr(field.field, "choices", ()))
    return Chip(field.label, str(words.get(value, value)), with_query(query, page=None, **{field.name: None}))


@dataclass(frozen=True)
class Tab:
    """A view of a list above it: where it leads, how many rows it has, and whether it shows more than was saved."""

    label: str
    url: str
    count: str
    is_current: bool = False
    is_changed: bool = False
    is_pinned: bool = False
    is_shared: bool = False


@dataclass(frozen=True)
class Tabs:
    """The views of a list, drawn by `part`. `view` is the saved one that is looked at; an own one may be changed.

    `views` draws them alone. Where they are not all counted, that part is asked for at `url` when the page stands.
    """

    tabs: Sequence[Tab]
    part: str
    views: str
    url: str
    view: Any = None
    is_own: bool = False
    is_changed: bool = False
    is_counted: bool = True
    reset_url: str = ""


@dataclass(frozen=True)
class Choice:
    """A column as the chooser offers it."""

    column: Column[Any]
    shown: bool


@dataclass(frozen=True)
class Cell:
    """What a row has in a column. With a `field` a click edits it in place; `form` is there while that is done."""

    column: Column[Any]
    markup: str
    field: str = ""
    form: forms.BaseForm | None = None

    @property
    def whole(self) -> SafeString:
        """The cell with its element."""
        return mark_safe(self.text)  # noqa: S308  (each value was escaped: columns.py)

    @property
    def text(self) -> str:
        """The same for a row, which marks all its cells at once."""
        inside = self.markup
        if self.field:
            # What is empty says what it is: a button without a name cannot be spoken of.
            name = "" if inside else f' title="{conditional_escape(self.column.label)}"'
            inside = inside or '<span class="vf-muted">–</span>'
            inside = f'<button class="vf-cell-edit" type="button" data-vf-edit="{self.field}"{name}>{inside}</button>'
        place = f' class="{self.column.place}"' if self.column.place else ""
        return f"<td{place}>{inside}</td>"


@dataclass(frozen=True)
class Row(Generic[M]):
    """A row as it is drawn; `form` is there while one of its cells is edited.

    It is drawn here and not by a template, which would take five times as long for a page of them.
    """

    item: M
    cells: list[Cell]
    url: str
    form: forms.BaseForm | None = None
    can_pick: bool = False
    is_saved: bool = False

    @property
    def start(self) -> SafeString:
        """Its element, and the checkbox that picks it."""
        saved = " vf-row-saved" if self.is_saved else ""
        begin = f'<tr class="vf-row{saved}" id="row-{self.item.pk}" data-vf-row="{conditional_escape(self.url)}">'
        box = f'class="vf-check" type="checkbox" name="id" value="{choice_of(self.item)}" form="bulk"'
        pick = f'<td class="vf-cell-pick"><input {box} aria-label="{conditional_escape(str(self.item))}"></td>'
        return mark_safe(begin + (pick if self.can_pick else ""))  # noqa: S308  (each value was escaped)

    @property
    def whole(self) -> SafeString:
        """All of it, where no cell is edited."""
        cells = "".join(cell.text for cell in self.cells)
        return mark_safe(f"{self.start}{cells}</tr>")  # noqa: S308  (each value was escaped: columns.py)


def row_of(
    item: M,
    columns: Sequence[Column[M]],
    *,
    url: str,
    fields: Collection[str] = (),
    edited: str = "",
    form: forms.BaseForm | None = None,
    can_pick: bool = False,
    is_saved: bool = False,
) -> Row[M]:
    """A row with these columns. `fields` are those that may be edited in place, `edited` the one that is, by `form`."""

    def cell(column: Column[M]) -> Cell:
        field = column.field if column.field in fields else ""
        return Cell(column, column.drawn(item), field, form if field and field == edited else None)

    return Row(item, [cell(column) for column in columns], url, form, can_pick, is_saved)


@dataclass(frozen=True)
class Listing(Generic[M]):
    """A list: where it and its rows stand, its columns, what was asked for, and the page of rows that answers it.

    `name` is what views and actions of the list are kept under; `remark` says in words how many rows there are. With
    `lanes` it is looked at as a board; `layouts` are the ways to choose from. Rows that something can be done with may be
    picked.
    """

    name: str
    url: str
    url_of: Callable[[M], str]
    columns: Sequence[Column[M]]
    query: QueryDict
    page: Page[M]
    remark: str
    sort: str
    descending: bool = False
    chips: Sequence[Chip] = ()
    tabs: Tabs | None = None
    actions: Sequence[Action] = ()
    fields: Collection[str] = ()
    layouts: Sequence[Layout] = ()
    lanes: Sequence[Lane] = ()
    can_pick: bool = False

    @cached_property
    def shown(self) -> list[Column[M]]:
        """The columns that were chosen."""
        return chosen(self.columns, names_in(self.query))

    @property
    def choices(self) -> list[Choice]:
        """What the chooser offers."""
        return [Choice(column, column in self.shown) for column in self.columns]

    @property
    def headings(self) -> list[Heading]:
        """The head of the table."""
        return headings(self.shown, self.sort, self.query, descending=self.descending)

    @property
    def body(self) -> SafeString:
        """The rows of the page."""
        shown, fields, pick = self.shown, self.fields, self.can_pick
        rows = (row_of(row, shown, url=self.url_of(row), fields=fields, can_pick=pick) for row in self.page.rows)
        return mark_safe("".join(row.whole for row in rows))  # noqa: S308  (each value was escaped)

    @property
    def is_narrowed(self) -> bool:
        """Whether rows are left out by a search or a filter."""
        return bool(self.chips or self.query.get("q"))

    @property
    def state(self) -> str:
        """Filters, order and columns, as a view keeps them."""
        return state_of(self.query)

    @property
    def export_query(self) -> str:
        """The address of the whole list, all pages of it."""
        return with_query(self.query, page=None, view=None)
