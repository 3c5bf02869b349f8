"""Input of customer pages, one module per noun."""

from vitalfew_web.accounts.forms.accounts import KNOWLEDGE, SECTIONS, AccountForm, CellForm, FilterForm
from vitalfew_web.accounts.forms.contacts import ContactForm, ItemForm
from vitalfew_web.accounts.forms.groups import GroupForm, GroupsForm, MergeForm
from vitalfew_web.accounts.forms.many import GiveForm, GroupChoiceForm

__all__ = [
    "KNOWLEDGE",
    "SECTIONS",
    "AccountForm",
    "CellForm",
    "ContactForm",
    "FilterForm",
    "GiveForm",
    "GroupChoiceForm",
    "GroupForm",
    "GroupsForm",
    "ItemForm",
    "MergeForm",
]
