"""What is asked before many customers are changed at once."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts.models import Group
from vitalfew_web.accounts.selectors import groups_for


class GiveForm(forms.Form):
    """To whom they are given."""

    owner = forms.ModelChoiceField(User.objects.none(), label=_("New owner"))

    def __init__(self, data: QueryDict | None = None, *, user: User) -> None:
        super().__init__(data, auto_id="give_%s")
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField), "owner"
        owner.queryset = colleagues_of(user)


class GroupChoiceForm(forms.Form):
    """Into which group they are put, or out of which they are taken."""

    group = forms.ModelChoiceField(Group.objects.none(), label=_("Group"))

    def __init__(self, data: QueryDict | None = None, *, user: User) -> None:
        super().__init__(data, auto_id="group_%s")
        group = self.fields["group"]
        assert isinstance(group, forms.ModelChoiceField), "group"
        group.queryset = groups_for(user)
