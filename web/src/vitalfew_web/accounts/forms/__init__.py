"""Input of customer pages, one module per noun."""

from vitalfew_web.accounts.forms.accounts import KNOWLEDGE, SECTIONS, AccountForm, FilterForm
from vitalfew_web.accounts.forms.contacts import ContactForm, ItemForm
from vitalfew_web.accounts.forms.groups import GroupForm, GroupsForm, MergeForm

__all__ = [
    "KNOWLEDGE",
    "SECTIONS",
    "AccountForm",
    "ContactForm",
    "FilterForm",
    "GroupForm",
    "GroupsForm",
    "ItemForm",
    "MergeForm",
]
