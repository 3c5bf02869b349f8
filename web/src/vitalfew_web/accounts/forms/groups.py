"""Input of the pages of groups."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Group
from vitalfew_web.accounts.selectors import groups_for


class GroupForm(forms.ModelForm[Group]):
    """A group as its owner writes it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Group
        fields: ClassVar = ["name", "description", "colour", "shared"]
        widgets: ClassVar = {"colour": forms.RadioSelect}

    def written(self) -> dict[str, Any]:
        """The fields of the group that were sent."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """What holds together is the service's to say."""


class MergeForm(forms.Form):
    """Into which other of the own groups one is merged."""

    into = forms.ModelChoiceField(Group.objects.none(), label=_("merge into"), empty_label="–")

    def __init__(self, *args: Any, user: User, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField), "into"
        field.queryset = groups_for(user).filter(owner=user).exclude(pk=group.pk)


class GroupsForm(forms.Form):
    """In which groups a customer is."""

    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(), required=False, label=_("groups"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["groups"]
        assert isinstance(field, forms.ModelMultipleChoiceField), "groups"
        field.queryset = groups_for(user)
