"""Input of saved views."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ViewForm(forms.Form):
    """A view as it is saved first."""

    list_name = forms.CharField(max_length=40, widget=forms.HiddenInput)
    state = forms.CharField(max_length=4000, required=False, widget=forms.HiddenInput)
    name = forms.CharField(max_length=60, label=_("Name"))
    is_shared = forms.BooleanField(required=False, label=_("Share with my team"))
    is_pinned = forms.BooleanField(required=False, label=_("Pin to the side"))


class ChangedViewForm(forms.Form):
    """What of a view is changed: only what was sent."""

    name = forms.CharField(max_length=60, required=False)
    state = forms.CharField(max_length=4000, required=False)
    is_shared = forms.TypedChoiceField(choices=[("1", ""), ("0", "")], coerce=lambda text: text == "1", required=False)

    def changed(self) -> dict[str, Any]:
        """Field → its new value."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.data}
