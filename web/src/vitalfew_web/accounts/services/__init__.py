"""Writing customers and what belongs to them, one module per noun."""

from vitalfew_web.accounts.services.accounts import Overtaken, change_account, open_account
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
    "add_to_group",
    "change_account",
    "change_group",
    "delete_group",
    "make_group",
    "merge_groups",
    "open_account",
    "set_groups",
    "take_from_group",
]
