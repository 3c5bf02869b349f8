"""Customers, the groups that people put them in, the people at them, and notes."""

from vitalfew_web.accounts.models.accounts import WRITTEN, Account, Accounts, as_recorded, from_recorded
from vitalfew_web.accounts.models.contacts import CONTACT_WRITTEN, Contact, ContactItem, contact_as_recorded
from vitalfew_web.accounts.models.found import found_alone
from vitalfew_web.accounts.models.groups import Group, Groups, Membership, group_as_recorded
from vitalfew_web.accounts.models.notes import Note, NoteVersion

__all__ = [
    "CONTACT_WRITTEN",
    "WRITTEN",
    "Account",
    "Accounts",
    "Contact",
    "ContactItem",
    "Group",
    "Groups",
    "Membership",
    "Note",
    "NoteVersion",
    "as_recorded",
    "contact_as_recorded",
    "found_alone",
    "from_recorded",
    "group_as_recorded",
]
