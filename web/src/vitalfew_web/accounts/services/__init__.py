"""Writing customers and what belongs to them, one module per noun."""

from vitalfew_web.accounts.services.accounts import Overtaken, change_account, open_account
from vitalfew_web.accounts.services.cells import EDITED, edit_cell, take_edit_back
from vitalfew_web.accounts.services.groups import (
    add_to_group,
    change_group,
    delete_group,
    make_group,
    merge_groups,
    set_groups,
    take_from_group,
)
from vitalfew_web.accounts.services.many import GIVEN, give_accounts, not_yours, take_accounts_back

__all__ = [
    "EDITED",
    "GIVEN",
    "Overtaken",
    "add_to_group",
    "change_account",
    "change_group",
    "delete_group",
    "edit_cell",
    "give_accounts",
    "make_group",
    "merge_groups",
    "not_yours",
    "open_account",
    "set_groups",
    "take_accounts_back",
    "take_edit_back",
    "take_from_group",
]
