"""Writing customers and what belongs to them, one module per noun."""

from vitalfew_web.accounts.services.accounts import change_account, open_account, restore_field
from vitalfew_web.accounts.services.books import (
    Entry,
    TakenContact,
    added_by,
    alike_in,
    problem_in,
    take_contact,
    take_contact_back,
)
from vitalfew_web.accounts.services.cells import EDITED, edit_cell, take_edit_back
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
from vitalfew_web.accounts.services.lists import TakenBack, TakenOver, Told, take_back, take_over, would_take_over
from vitalfew_web.accounts.services.many import (
    GIVEN,
    GROUPED,
    give_accounts,
    not_yours,
    put_into_group,
    take_accounts_back,
    take_grouping_back,
    take_out_of_group,
)
from vitalfew_web.accounts.services.notes import change_note, delete_note, write_note
from vitalfew_web.accounts.services.removing import remove_accounts
from vitalfew_web.core.services import Overtaken

__all__ = [
    "EDITED",
    "GIVEN",
    "GROUPED",
    "Entry",
    "Overtaken",
    "TakenBack",
    "TakenContact",
    "TakenOver",
    "Told",
    "add_contact",
    "add_to_group",
    "added_by",
    "alike_in",
    "change_account",
    "change_contact",
    "change_group",
    "change_note",
    "delete_group",
    "delete_note",
    "drop_item",
    "edit_cell",
    "give_accounts",
    "make_group",
    "merge_groups",
    "not_yours",
    "note_item",
    "open_account",
    "problem_in",
    "put_into_group",
    "remove_accounts",
    "restore_field",
    "reveal_item",
    "set_groups",
    "take_accounts_back",
    "take_back",
    "take_contact",
    "take_contact_back",
    "take_edit_back",
    "take_from_group",
    "take_grouping_back",
    "take_out_of_group",
    "take_over",
    "would_take_over",
    "write_note",
]
