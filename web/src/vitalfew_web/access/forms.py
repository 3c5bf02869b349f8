"""Input of the own settings, and of people."""

from __future__ import annotations

from typing import ClassVar
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import Role, Team, User


class PreferencesForm(forms.ModelForm[User]):
    """Language, time zone and appearance of the person who asks."""

    time_zone = forms.ChoiceField(
        label=_("time zone"), choices=[(zone, zone) for zone in sorted(available_timezones())]
    )

    class Meta:
        model = User
        fields: ClassVar = ["language", "time_zone", "theme"]


class PersonForm(forms.ModelForm[User]):
    """Somebody as who manages people writes them down."""

    team = forms.ModelChoiceField(Team.objects.order_by("name"), label=_("team"), required=False, empty_label="–")
    roles = forms.ModelMultipleChoiceField(
        Role.objects.order_by("name"), label=_("roles"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = User
        fields: ClassVar = ["name", "email", "team", "language", "roles"]


class ChangedPersonForm(PersonForm):
    """The same of somebody who is there already and may be locked out."""

    class Meta(PersonForm.Meta):
        fields: ClassVar = [*PersonForm.Meta.fields, "is_active"]
