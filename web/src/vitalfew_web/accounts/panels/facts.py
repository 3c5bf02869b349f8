"""What is known of a customer, section by section, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.choices import OPTIONS, Item
from vitalfew_web.accounts.forms import SECTIONS
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.rules import Birthday, birthday_from, next_birthday
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.core.money import Money

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


def item_words(item: Item, value: str, today: date) -> str:
    """Something personal as people read it: a choice by its label, a birthday with the day on which it is kept next."""
    if item in OPTIONS:
        return str(OPTIONS[item](value).label)
    if item != Item.BIRTHDAY:
        return value
    birthday = birthday_from(value)
    comes = date_format(next_birthday(birthday, today), "SHORT_DATE_FORMAT")
    return _("{day}; next on {comes}").format(day=_birthday_words(birthday), comes=comes)


def _birthday_words(birthday: Birthday) -> str:
    if birthday.lunar:
        text = (
            _("day {day} of the leap lunar month {month}") if birthday.leap else _("day {day} of lunar month {month}")
        )
    else:
        text = _("{month}/{day}")
    day = text.format(month=birthday.month, day=birthday.day)
    return _("{year}, {day}").format(year=birthday.year, day=day) if birthday.year else day
