"""Recorded actions of accounts."""

from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.models import WRITTEN, Account, Group

OPENED = "accounts.account.opened"
CHANGED = "accounts.account.changed"
GROUP_MADE = "accounts.group.made"
GROUP_CHANGED = "accounts.group.changed"
GROUP_FILLED = "accounts.group.filled"
GROUP_CLEARED = "accounts.group.cleared"
GROUP_MERGED = "accounts.group.merged"
GROUP_DELETED = "accounts.group.deleted"

LABELS = {
    OPENED: _("Customer opened"),
    CHANGED: _("Customer changed"),
    GROUP_MADE: _("Group made"),
    GROUP_CHANGED: _("Group changed"),
    GROUP_FILLED: _("Customers put into a group"),
    GROUP_CLEARED: _("Customers taken out of a group"),
    GROUP_MERGED: _("Group merged into another"),
    GROUP_DELETED: _("Group deleted"),
}
FIELDS = {
    "accounts.account": {field.name: field.verbose_name for field in Account._meta.fields if field.name in WRITTEN},
    "accounts.group": {
        **{field.name: field.verbose_name for field in Group._meta.fields},
        "customers": _("customers"),
        "into": _("merged into"),
    },
}
"""Kind of object → field → its label."""
