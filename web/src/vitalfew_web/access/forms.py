"""Input of the own settings, and of people, roles and teams."""

from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.selectors import areas, possible_heads, scopes_for


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


class RoleForm(forms.ModelForm[Role]):
    """A role: what it allows, and for whose customers."""

    permissions = forms.MultipleChoiceField(label=_("permissions"), required=False)

    class Meta:
        model = Role
        fields: ClassVar = ["name", "reach", "permissions"]
        widgets: ClassVar = {"reach": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        permissions = self.fields["permissions"]
        assert isinstance(permissions, forms.MultipleChoiceField), "permissions"
        permissions.choices = [(area, list(each.items())) for area, each in areas()]

    def areas(self) -> list[tuple[Any, list[tuple[str, Any, bool]]]]:
        """What may be ticked, part after part: permission, what it allows, whether it is ticked."""
        ticked = set(self["permissions"].value() or ())
        return [(area, [(name, label, name in ticked) for name, label in each.items()]) for area, each in areas()]


class TeamForm(forms.ModelForm[Team]):
    """A team: its name, what it is part of, and who leads it."""

    parent = forms.ModelChoiceField(Team.objects.order_by("name"), label=_("part of"), required=False, empty_label="–")
    head = forms.ModelChoiceField(
        User.objects.none(),
        label=_("head"),
        required=False,
        empty_label="–",
        help_text=_("Sees the customers of this team and of those below. Offered are people whose roles reach a team."),
    )

    class Meta:
        model = Team
        fields: ClassVar = ["name", "parent", "head"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (
            ("parent", Team.objects.exclude(pk=self.instance.pk).order_by("name")),
            ("head", possible_heads()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField), name
            field.queryset = found


class TokenForm(forms.Form):
    """A token for a program: what it is called, what it may do, its last day."""

    name = forms.CharField(
        label=_("name"),
        max_length=80,
        help_text=_("Of the program that uses it, such as the shop or the night's export."),
    )
    scopes = forms.MultipleChoiceField(label=_("what it may do"), widget=forms.CheckboxSelectMultiple)
    ends_on = forms.DateField(
        label=_("last day"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Within a year. A program that goes on gets a new token before."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scopes = self.fields["scopes"]
        assert isinstance(scopes, forms.MultipleChoiceField), "scopes"
        scopes.choices = list(scopes_for(person).items())
