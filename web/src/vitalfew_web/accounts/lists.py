"""The list of customers: its columns, and what it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import F, OrderBy, Q
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.forms import FilterForm
from vitalfew_web.accounts.models import Account, Accounts
from vitalfew_web.accounts.permissions import ASSIGN, EDIT, EXPORT
from vitalfew_web.accounts.selectors import Asked, choosable_for, found_for, listed_for, near_start_for
from vitalfew_web.accounts.services import give_accounts, put_into_group, take_out_of_group
from vitalfew_web.core.listing import (
    COUNTED,
    Column,
    Lane,
    Listing,
    Outcome,
    Selection,
    Tabs,
    actions_for,
    address_with,
    asked_in,
    chips_of,
    lanes_of,
    layouts_of,
    page_found_whole,
    page_of,
)
from vitalfew_web.core.registries import BOARDS, EXTRAS, FILTERS, Content, Extra, Filter, Order
from vitalfew_web.core.templatetags.look import initials
from vitalfew_web.work.selectors import count_views, tabs_for

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

NAME = "accounts"
"""What views and actions of this list are kept under."""


def address_of(account: Account) -> str:
    """Where a customer stands."""
    return address_with("accounts:account", account.number)


def _word(field: str) -> Callable[[Account], str]:
    """The word for what a customer has in a field with choices: `get_…_display` with the choices looked up once."""
    column: Any = Account._meta.get_field(field)
    words = dict(column.flatchoices)
    return lambda account: str(words.get(getattr(account, field), getattr(account, field)))


def _lead(account: Account) -> SafeString:
    return format_html('<a class="vf-lead" data-vf-open href="{}">{}</a>', address_of(account), account.name)


def _owner(account: Account) -> SafeString:
    if account.owner is None:
        return format_html('<span class="vf-muted">{}</span>', gettext("nobody"))
    return format_html('<span class="vf-person">{} {}</span>', initials(account.owner), account.owner.name)


COLUMNS: tuple[Column[Account], ...] = (
    Column("name", _("Name"), sort="name", draw=_lead, place="vf-cell-lead", fixed=True),
    Column(
        "owner", _("Owner"), lambda row: row.owner.name if row.owner else "", sort="owner", draw=_owner, field="owner"
    ),
    Column("number", _("Number"), sort="number", place="vf-cell-note vf-muted"),
    Column("kind", _("Kind"), _word("kind"), shown=False, field="kind"),
    Column("channel_role", _("Role in the trade"), _word("channel_role"), field="channel_role"),
    Column("industry", _("Industry"), shown=False, field="industry"),
    Column("region", _("Region"), place="vf-cell-value vf-cell-plain", field="region"),
    Column("size", _("Size"), _word("size"), shown=False, field="size"),
    Column("ownership", _("Ownership"), _word("ownership"), shown=False, field="ownership"),
    Column("position", _("Position in its industry"), _word("position"), shown=False, field="position"),
    Column("intent", _("Intent to work with us"), _word("intent"), shown=False, field="intent"),
    Column("risk_bearing", _("Ability to bear risk"), _word("risk_bearing"), shown=False, field="risk_bearing"),
    Column("source", _("Source"), _word("source"), shown=False, field="source"),
    Column("phone", _("Phone"), shown=False, field="phone"),
    Column("email", _("E-mail"), shown=False, field="email"),
    Column("opened", _("Opened"), lambda row: row.opened_at, shown=False),
    Column("changed", _("Changed"), lambda row: row.changed_at, sort="changed", place="vf-cell-end", shown=False),
)


CHUNK = 2000
"""Rows of a file that are looked up together."""

EDITED = frozenset(column.field for column in COLUMNS if column.field)
"""Fields that are edited in place."""


def fields_for(user: User) -> frozenset[str]:
    """The fields that somebody may edit in place; whom a customer belongs to only who may give customers away."""
    if not user.may(EDIT):
        return frozenset()
    return EDITED if user.may(ASSIGN) else EDITED - {"owner"}


def may_pick(user: User) -> bool:
    """Whether somebody can do anything with some rows of the list."""
    return bool(actions_for(NAME, user.may)) or user.may(EXPORT)


def columns_for(user: User) -> tuple[Column[Account], ...]:
    """The own columns with those that apps above hang on them, before the name and behind the owner."""
    extras = extras_for(user)
    leading = [column for extra in extras for column in extra.leading]
    behind = [column for extra in extras for column in extra.columns]
    return (*leading, *COLUMNS[:2], *behind, *COLUMNS[2:])


def extras_for(user: User) -> tuple[Extra, ...]:
    """What apps above hang on the list for somebody."""
    return tuple(extra for extra in EXTRAS if user.may(extra.permission))


def look_up(user: User, rows: Sequence[Account]) -> None:
    """Get what the columns of apps above show of some rows, by few questions."""
    for extra in extras_for(user):
        extra.prepare(rows)


class Customers:
    """The list of customers as one person asks for it: the form of its filters, its rows, and the page of them."""

    def __init__(self, user: User, given: QueryDict) -> None:
        self.user = user
        self.extras = extras_for(user)
        self.filters = tuple(each for each in FILTERS if user.may(each.permission))
        self.boards = tuple(each for each in BOARDS if user.may(each.permission))
        self.choices: dict[str, Sequence[tuple[str, Text]]] = {}
        self.columns = columns_for(user)
        self.query = asked_in(given, self.columns)
        self.owners, self.groups = choosable_for(user)
        self.form = self._form(self.query)

    def rows(self) -> Accounts:
        """All rows, in order."""
        return self._found(self.form, self.query)

    def file_columns(self) -> tuple[Column[Account], ...]:
        """The columns of a file: the own ones first, all of them."""
        return (*COLUMNS, *(one for one in self.columns if one not in COLUMNS))

    def in_file(self, rows: Accounts) -> Iterator[Account]:
        """Rows with what their columns show, as many at a time as are looked up together."""
        left = rows.iterator(chunk_size=CHUNK)
        while chunk := list(islice(left, CHUNK)):
            look_up(self.user, chunk)
            yield from chunk

    def listing(self) -> Listing[Account]:
        """What the page draws."""
        asked = self._asked(self.form, self.query)
        near = near_start_for(self.user, asked)
        total, tabs = tabs_for(self.user, NAME, self.query, self._counted, with_total=near is None)
        many = total is not None and total > COUNTED
        rows = self._found(self.form, self.query, many=many)
        if near is None:
            page = page_of(rows, self.query, total, self._start(asked, many=many))
        else:
            near = near.filter(*self._where(self.form))
            page = page_found_whole(rows, self.query, near, partial(self._counted, self.query))
        look_up(self.user, page.rows)
        return Listing(
            name=NAME,
            url=reverse("accounts:list"),
            url_of=address_of,
            columns=self.columns,
            query=self.query,
            page=page,
            remark=ngettext("%(count)s customer", "%(count)s customers", page.total) % {"count": page.count_text},
            sort=asked.sort,
            descending=asked.descending,
            chips=chips_of(self.form, self.query),
            tabs=tabs,
            actions=actions_for(NAME, self.user.may),
            fields=fields_for(self.user),
            layouts=layouts_of(self.boards, self.query, gettext("Table")),
            lanes=self._lanes(),
            can_pick=may_pick(self.user),
        )

    def counted_tabs(self) -> Tabs:
        """The views, each counted, however many rows there are."""
        count_views(self.user, NAME, self._counted)
        _total, tabs = tabs_for(self.user, NAME, self.query, self._counted, with_total=False)
        return tabs

    def _counted(self, state: QueryDict) -> Accounts | RawSQL:
        """What is counted of the rows that a query string asks for."""
        form = self._form(state)
        narrowed = form.is_valid() and any(form.cleaned_data.get(each.name) for each in self.filters)
        alone = None if narrowed else found_for(self.user, self._asked(form, state))
        return self._narrowed(form, state) if alone is None else alone

    def _lanes(self) -> list[Lane]:
        """The lanes of the board that is asked for; one lane where its own filter is set."""
        board = next((each for each in self.boards if each.name == self.query.get("board")), None)
        lane = next((each for each in self.filters if board and each.name == board.filter), None)
        if board is None or lane is None:
            return []
        only = self.form.cleaned_data.get(lane.name)
        values = [pair for pair in self._values(lane, "") if not only or pair[0] == only]

        def rows_of(value: str) -> Accounts:
            return self._found(self.form, self.query, lane.where(value))

        return lanes_of(board, values, self.query, rows_of, partial(look_up, self.user), address_of)

    def _found(self, form: FilterForm, query: QueryDict, *more: Q, many: bool | None = None) -> Accounts:
        """The rows that a form and an address ask for, and no `more` than that, in order."""
        asked = self._asked(form, query)
        rows = self._narrowed(form, query, *more, many=many)
        order = self._order(asked)
        return rows if order is None else order.whole(rows, asked.descending)

    def _narrowed(self, form: FilterForm, query: QueryDict, *more: Q, many: bool | None = None) -> Accounts:
        """The same, not yet in an order that an app above gives."""
        return listed_for(self.user, self._asked(form, query), many=many).filter(*self._where(form), *more)

    def _start(self, asked: Asked, *, many: bool) -> Accounts | None:
        """The rows at the start of an order that an app above gives; None where the order is an own one."""
        order = self._order(asked)
        if order is None:
            return None
        rows = self._narrowed(self.form, self.query, order.with_value(), many=many)
        return rows.order_by(*(OrderBy(F(column), descending=asked.descending) for column in order.by))

    def _order(self, asked: Asked) -> Order | None:
        """The order that an app above gives the list."""
        return next((extra.sorts[asked.sort] for extra in self.extras if asked.sort in extra.sorts), None)

    def _where(self, form: FilterForm) -> list[Q]:
        """What the filters of apps above ask for."""
        given = ((each, form.cleaned_data.get(each.name)) for each in self.filters)
        return [each.where(value) for each, value in given if value]

    def _form(self, query: QueryDict) -> FilterForm:
        return FilterForm(query, owners=self.owners, groups=self.groups, more=self._choosable(query))

    def _choosable(self, query: QueryDict) -> list[tuple[Filter, Sequence[tuple[str, Text]]]]:
        """The filters of apps above that a form has, each with its values, which are asked for once."""
        wanted = [each for each in self.filters if each.shown or each.name in query]
        return [(each, self._values(each, str(query.get(each.name, "")))) for each in wanted]

    def _values(self, each: Filter, given: str) -> Sequence[tuple[str, Text]]:
        if each.said is not None:
            said = each.said(given)
            return [] if said is None else [(given, said)]
        if each.name not in self.choices:
            self.choices[each.name] = tuple(each.choices())
        return self.choices[each.name]

    def _asked(self, form: FilterForm, query: QueryDict) -> Asked:
        return form.asked(str(query.get("sort", "")))


def exported(user: User, query: str, chosen: Collection[int] | None) -> Content:
    """What a file of the list holds: all rows that an address asks for, or those of some keys among them."""
    asked = Customers(user, QueryDict(query))
    rows = asked.rows() if chosen is None else asked.rows().filter(pk__in=list(chosen))
    return Content(asked.file_columns(), asked.in_file(rows), rows.count())


def give(selection: Selection, fields: Mapping[str, Any], *, by: User, at: datetime) -> Outcome:
    """The action "give to another owner" of the list."""
    return give_accounts(selection=selection, owner=fields["owner"], by=by, at=at)


def group(selection: Selection, fields: Mapping[str, Any], *, by: User, at: datetime) -> Outcome:
    """The action "put into a group" of the list."""
    return put_into_group(selection=selection, group=fields["group"], by=by, at=at)


def ungroup(selection: Selection, fields: Mapping[str, Any], *, by: User, at: datetime) -> Outcome:
    """The action "take out of a group" of the list."""
    return take_out_of_group(selection=selection, group=fields["group"], by=by, at=at)


DONE = {"give": give, "group": group, "ungroup": ungroup}
"""Name of an action of the list → what it does."""
