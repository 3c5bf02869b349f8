"""Writing customers and what belongs to them, one module per noun."""

from vitalfew_web.accounts.services.accounts import Overtaken, change_account, open_account
from vitalfew_web.accounts.services.contacts import add_contact, change_contact, drop_item, note_item, reveal_item
from vitalfew_web.accounts.services.groups import (
    add_to_group,
    change_group,
    delete_group,
    make_group,
    merge_groups,
    set_groups,
    take_from_group,
)

__all__ = [
    "Overtaken",
    "add_contact",
    "add_to_group",
    "change_account",
    "change_contact",
    "change_group",
    "delete_group",
    "drop_item",
    "make_group",
    "merge_groups",
    "note_item",
    "open_account",
    "reveal_item",
    "set_groups",
    "take_from_group",
]
