"""Parts of a customer's page: what is known, section by section, and what apps above hang on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.forms import SECTIONS
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.accounts.selectors import Asked, accounts_for, listed_for
from vitalfew_web.core.money import Money
from vitalfew_web.core.registries import PANELS, Hit, Preview
from vitalfew_web.work.selectors import tasks_about

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

Section = tuple[Any, list["Fact"]]

IN_HEAD = frozenset({"name", "number", "kind", "expected_per"})
"""Fields that stand in the head of the page already, or beside the amount that they belong to."""


@dataclass(frozen=True)
class Fact:
    """Something known of a customer; with an address where it leads on."""

    label: Text
    value: str
    url: str = ""


def sections_of(account: Account, user: User) -> list[Section]:
    """The sections in which something is known. Other customers are named where this person may see them."""
    related = [account.parent_id, account.introduced_by_id]
    seen = set(accounts_for(user).filter(pk__in=[key for key in related if key]).values_list("pk", flat=True))
    found = [(head, list(_facts(account, names, seen))) for head, names in SECTIONS]
    return [(head, facts) for head, facts in found if facts]


def _facts(account: Account, names: Iterable[str], seen: set[int]) -> Iterable[Fact]:
    labels = {field.name: field.verbose_name for field in account._meta.fields}
    for name in names:
        value = getattr(account, name)
        if not value or name in IN_HEAD:
            continue
        if isinstance(value, Account):
            if value.pk in seen:
                yield Fact(labels[name], value.name, reverse("accounts:account", args=[value.number]))
            continue
        yield Fact(labels[name], _shown(account, name, value), value if name == "website" else "")


def _shown(account: Account, name: str, value: Any) -> str:
    """A value as people read it: amounts and days in their language, choices by their label."""
    if isinstance(value, Money):
        return f"{value.shown()} {account.get_expected_per_display()}"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    shown = getattr(account, f"get_{name}_display", None)
    return str(shown() if shown else value)


def panels_for(user: User, account: Account) -> dict[str, list[Any]]:
    """Place on the page → the parts that apps above hang there, for what this person may see."""
    shown = [(panel.place, panel.show(user, account)) for panel in PANELS if user.may(panel.permission)]
    return {place: [part for at, part in shown if at == place and part] for place in ("head", "main", "side")}


def hits_for(user: User, text: str, most: int) -> list[Hit]:
    """Customers that somebody may mean by a text, for the palette."""
    if not user.may(VIEW):
        return []
    return [
        Hit(
            account.name,
            reverse("accounts:account", args=[account.number]),
            "building-store",
            note=account.number,
            end=account.owner.name if account.owner else "",
            subject=("accounts.account", account.pk),
        )
        for account in listed_for(user, Asked(text=text))[:most]
    ]


def actions_on(user: User, hit: Hit) -> list[Hit]:
    """What somebody may do with a customer that was found."""
    if not hit.subject or hit.subject[0] != "accounts.account" or not user.may(EDIT):
        return []
    return [Hit(_("Edit {name}").format(name=hit.title), f"{hit.url}edit", "pencil", letter="e")]


def preview_of(user: User, key: int) -> Preview | None:
    """A customer in short, beside the palette; None where somebody does not see it."""
    account = accounts_for(user).select_related("owner").filter(pk=key).first() if user.may(VIEW) else None
    if account is None:
        return None
    labels = {field.name: field.verbose_name for field in account._meta.fields}
    shown = {
        "owner": account.owner.name if account.owner else _("nobody"),
        "channel_role": account.get_channel_role_display(),
        "size": account.get_size_display(),
        "phone": account.phone,
        "email": account.email,
    }
    tasks = list(tasks_about(user, "accounts.account", key).open()[:3])
    notes = [(_("To do"), " · ".join(task.text for task in tasks))] if tasks else []
    notes += [
        (str(labels[name]).capitalize(), getattr(account, name))
        for name in ("situation", "needs")
        if getattr(account, name)
    ]
    return Preview(
        account.name,
        reverse("accounts:account", args=[account.number]),
        " · ".join(filter(None, (account.number, account.industry, account.region))),
        facts=[(labels[name], str(value)) for name, value in shown.items() if value],
        notes=[(label, text[:300]) for label, text in notes],
    )
