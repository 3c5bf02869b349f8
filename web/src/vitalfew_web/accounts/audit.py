"""Recorded actions of accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.choices import Item
from vitalfew_web.accounts.models import CONTACT_WRITTEN, WRITTEN, Account, Contact, Group

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

OPENED = "accounts.account.opened"
CHANGED = "accounts.account.changed"
OPENED_BY_IMPORT = "accounts.account.opened_by_import"
CHANGED_BY_IMPORT = "accounts.account.changed_by_import"
PUT_BACK = "accounts.account.put_back"
TAKEN_BACK = "accounts.account.taken_back"
REMOVED = "accounts.account.removed"
GROUP_MADE = "accounts.group.made"
GROUP_CHANGED = "accounts.group.changed"
GROUP_FILLED = "accounts.group.filled"
GROUP_CLEARED = "accounts.group.cleared"
GROUP_MERGED = "accounts.group.merged"
GROUP_DELETED = "accounts.group.deleted"
CONTACT_ADDED = "accounts.contact.added"
CONTACT_TAKEN_BACK = "accounts.contact.taken_back"
CONTACT_CHANGED = "accounts.contact.changed"
ITEM_NOTED = "accounts.contact.noted"
ITEM_DROPPED = "accounts.contact.dropped"
NOTE_WRITTEN = "accounts.note.written"
NOTE_CHANGED = "accounts.note.changed"
NOTE_DELETED = "accounts.note.deleted"
REVEALED = "accounts.contact.revealed"
REVEAL_REFUSED = "accounts.contact.reveal_refused"

LABELS = {
    OPENED: _("Customer opened"),
    CHANGED: _("Customer changed"),
    OPENED_BY_IMPORT: _("Customer opened by an import"),
    CHANGED_BY_IMPORT: _("Customer changed by an import"),
    PUT_BACK: _("Change of an import undone"),
    TAKEN_BACK: _("Customer of an undone import removed"),
    REMOVED: _("Invented customer removed"),
    GROUP_MADE: _("Group made"),
    GROUP_CHANGED: _("Group changed"),
    GROUP_FILLED: _("Customers put into a group"),
    GROUP_CLEARED: _("Customers taken out of a group"),
    GROUP_MERGED: _("Group merged into another"),
    GROUP_DELETED: _("Group deleted"),
    CONTACT_ADDED: _("Contact added"),
    CONTACT_CHANGED: _("Contact changed"),
    CONTACT_TAKEN_BACK: _("Contact of an import taken back"),
    ITEM_NOTED: _("Something personal noted"),
    ITEM_DROPPED: _("Something personal deleted"),
    NOTE_WRITTEN: _("Note written"),
    NOTE_CHANGED: _("Note changed"),
    NOTE_DELETED: _("Note deleted"),
    REVEALED: _("Protected fact shown"),
    REVEAL_REFUSED: _("Protected fact asked for without the right"),
}
FIELDS: dict[str, Mapping[str, Text]] = {
    "accounts.account": {field.name: field.verbose_name for field in Account._meta.fields if field.name in WRITTEN},
    "accounts.group": {
        **{field.name: field.verbose_name for field in Group._meta.fields},
        "customers": _("customers"),
        "into": _("merged into"),
    },
    "accounts.note": {"version": _("version"), "account": _("customer")},
    "accounts.contact": {
        **{field.name: field.verbose_name for field in Contact._meta.fields if field.name in CONTACT_WRITTEN},
        **dict(Item.choices),
        "origin": _("source"),
        "purpose": _("purpose"),
        "reason": _("reason"),
        "item": _("fact"),
        "account": _("customer"),
        "contact": _("contact"),
    },
}
"""Kind of object → field → its label."""

ACCESSES = {REVEALED, REVEAL_REFUSED}
"""Actions that change nothing and say who saw, or wanted to see, what is protected."""
