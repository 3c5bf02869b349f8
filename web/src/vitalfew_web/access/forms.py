"""Input of the own settings."""

from __future__ import annotations

from typing import ClassVar
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User


class PreferencesForm(forms.ModelForm[User]):
    """Language, time zone and appearance of the person who asks."""

    time_zone = forms.ChoiceField(
        label=_("time zone"), choices=[(zone, zone) for zone in sorted(available_timezones())]
    )

    class Meta:
        model = User
        fields: ClassVar = ["language", "time_zone", "theme"]
