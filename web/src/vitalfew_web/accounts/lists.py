"""The list of customers: its columns, and what it is asked for."""

from __future__ import annotations

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts.forms import FilterForm
from vitalfew_web.accounts.models import Account, Accounts
from vitalfew_web.accounts.selectors import Asked, groups_for, listed_for
from vitalfew_web.core.listing import Column, Listing, asked_in, chips_of, page_of
from vitalfew_web.core.templatetags.look import initials
from vitalfew_web.work.selectors import tabs_for

NAME = "accounts"
"""What views and actions of this list are kept under."""


def _lead(account: Account) -> SafeString:
    url = reverse("accounts:account", args=[account.number])
    return format_html('<a class="vf-lead" data-vf-open href="{}">{}</a>', url, account.name)


def _owner(account: Account) -> SafeString:
    if account.owner is None:
        return format_html('<span class="vf-muted">{}</span>', gettext("nobody"))
    return format_html('<span class="vf-person">{} {}</span>', initials(account.owner), account.owner.name)


COLUMNS: tuple[Column[Account], ...] = (
    Column("name", _("Name"), sort="name", draw=_lead, place="vf-cell-lead", fixed=True),
    Column("number", _("Number"), sort="number", place="vf-cell-note vf-muted"),
    Column("kind", _("Kind"), Account.get_kind_display, shown=False),
    Column("channel_role", _("Role in the trade"), Account.get_channel_role_display),
    Column("industry", _("Industry")),
    Column("region", _("Region"), place="vf-cell-value vf-cell-plain"),
    Column("owner", _("Owner"), lambda row: row.owner.name if row.owner else "", sort="owner", draw=_owner),
    Column("size", _("Size"), Account.get_size_display, shown=False),
    Column("ownership", _("Ownership"), Account.get_ownership_display, shown=False),
    Column("position", _("Position in its industry"), Account.get_position_display, shown=False),
    Column("intent", _("Intent to work with us"), Account.get_intent_display, shown=False),
    Column("risk_bearing", _("Ability to bear risk"), Account.get_risk_bearing_display, shown=False),
    Column("source", _("Source"), Account.get_source_display, shown=False),
    Column("phone", _("Phone"), shown=False),
    Column("email", _("E-mail"), shown=False),
    Column("opened", _("Opened"), lambda row: row.opened_at, shown=False),
    Column("changed", _("Changed"), lambda row: row.changed_at, sort="changed", place="vf-cell-end"),
)


class Customers:
    """The list of customers as one person asks for it: the form of its filters, its rows, and the page of them."""

    def __init__(self, user: User, given: QueryDict) -> None:
        self.user = user
        self.query = asked_in(given, COLUMNS)
        self.owners = () if user.reach is Reach.OWN else tuple(colleagues_of(user))
        self.groups = tuple(groups_for(user))
        self.form = self._form(self.query)

    def rows(self) -> Accounts:
        """All rows, in order."""
        return listed_for(self.user, self._asked(self.form, self.query))

    def listing(self) -> Listing[Account]:
        """What the page draws."""
        asked = self._asked(self.form, self.query)
        total, tabs = tabs_for(self.user, NAME, self.query, self._rows_of)
        page = page_of(self.rows(), self.query, total)
        return Listing(
            name=NAME,
            url=reverse("accounts:list"),
            columns=COLUMNS,
            query=self.query,
            page=page,
            remark=ngettext("%(count)s customer", "%(count)s customers", page.total) % {"count": page.count_text},
            sort=asked.sort,
            descending=asked.descending,
            chips=chips_of(self.form, self.query),
            tabs=tabs,
        )

    def _rows_of(self, state: QueryDict) -> Accounts:
        return listed_for(self.user, self._asked(self._form(state), state))

    def _form(self, query: QueryDict) -> FilterForm:
        return FilterForm(query, owners=self.owners, groups=self.groups)

    def _asked(self, form: FilterForm, query: QueryDict) -> Asked:
        return form.asked(str(query.get("sort", "")))
