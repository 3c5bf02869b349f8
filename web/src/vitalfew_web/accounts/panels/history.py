"""Each change of a field, and how recorded values read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts.audit import FIELDS
from vitalfew_web.accounts.choices import OPTIONS, DecisionRole, Function, Origin, Purpose
from vitalfew_web.accounts.models import WRITTEN, Account, as_recorded
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.core.money import MoneyField, from_plain

if TYPE_CHECKING:
    from vitalfew_web.core.models import AuditEntry
    from vitalfew_web.core.registries import Text


RELATED = ("owner", "parent", "introduced_by")
"""Fields that the audit keeps as keys of other rows."""


def value_words(name: str, value: Any) -> Any:
    """A recorded value of a customer's field as people read it; keys of people and customers are only told to differ.

    What an app above recorded of a customer, such as its grade, is told as it is.
    """
    if value in (None, ""):
        return None
    if name not in WRITTEN:
        return value
    if name in RELATED:
        return "…"
    field: Any = Account._meta.get_field(name)
    if field.choices:
        return dict(field.flatchoices).get(value, value)
    return from_plain(value).shown() if isinstance(field, MoneyField) else value


def contact_words(name: str, value: Any) -> Any:
    """A recorded value of a contact's field, or of an item, as people read it."""
    if isinstance(value, list):
        return ", ".join(value) or None
    if name in OPTIONS:
        return dict(OPTIONS[name].choices).get(value, value)
    lists: dict[str, Any] = {"origin": Origin, "purpose": Purpose, "function": Function, "decision_role": DecisionRole}
    return dict(lists[name].choices).get(value, value) if name in lists else value


@dataclass(frozen=True)
class FieldChange:
    """A change of one field, with what it was before."""

    field: str
    label: Text
    before: Any
    after: Any
    actor: str
    when: datetime
    entry: int
    can_restore: bool


def field_changes(account: Account, entries: Iterable[AuditEntry], user: User) -> list[FieldChange]:
    """The changes of these entries, field by field; people and customers by name as far as the person sees them.

    A value that the field has now, or another customer whom the person does not see, is not offered to be restored.
    """
    rows = [(entry, name) for entry in entries for name in entry.after if name in WRITTEN]
    keys = {(name, entry_of[name]) for entry, name in rows for entry_of in (entry.before, entry.after)}
    names = _names(keys, user)
    now = as_recorded(account)
    return [
        FieldChange(
            name,
            FIELDS["accounts.account"].get(name, name),
            names.get((name, entry.before[name]), value_words(name, entry.before[name])),
            names.get((name, entry.after[name]), value_words(name, entry.after[name])),
            entry.by.name if entry.by else "Vital Few",
            entry.at,
            entry.pk,
            now.get(name) != entry.before[name] and (name not in RELATED or _is_known(name, entry.before[name], names)),
        )
        for entry, name in rows
    ]


def _is_known(name: str, value: Any, names: dict[tuple[str, Any], str]) -> bool:
    return value is None or (name, value) in names


def _names(keys: set[tuple[str, Any]], user: User) -> dict[tuple[str, Any], str]:
    """The names behind keys of people and of customers."""
    people = dict(
        colleagues_of(user)
        .filter(pk__in=[key for name, key in keys if name == "owner" and key])
        .values_list("pk", "name")
    )
    wanted = [key for name, key in keys if name in RELATED[1:] and key]
    others = dict(accounts_for(user).filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    found = {(name, key): (people if name == "owner" else others).get(key) for name, key in keys if name in RELATED}
    return {pair: text for pair, text in found.items() if text}
