"""Input of customer pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts.choices import ChannelRole, Kind
from vitalfew_web.accounts.models import WRITTEN, Account
from vitalfew_web.accounts.permissions import ASSIGN
from vitalfew_web.accounts.selectors import Asked, Pairs, accounts_for
from vitalfew_web.core.forms import AmountField
from vitalfew_web.core.registries import Filter

KNOWLEDGE = _("What we know")
"""Head of the section of longer texts, which a page shows beside the timeline."""

LONG = (
    "situation",
    "needs",
    "pain_points",
    "business_model",
    "strategy",
    "habits",
    "taste",
    "competitors_used",
    "awareness",
)
"""Fields of several lines."""

SECTIONS = (
    (_("Who"), ("name", "number", "kind", "owner", "parent", "introduced_by")),
    (
        _("Business"),
        (
            *("channel_role", "sector", "industry", "region", "size", "ownership", "position", "growth"),
            *("industry_growth", "source"),
        ),
    ),
    (_("Expected spend"), ("expected_spend", "expected_per", "expected_said_by", "expected_said_on")),
    (_("Reach"), ("phone", "email", "website", "address", "social_reach")),
    (_("Identifiers"), ("tax_number", "registration_number", "number_elsewhere")),
    (
        KNOWLEDGE,
        (
            *("situation", "needs", "pain_points", "business_model", "strategy", "competitors_used", "habits", "taste"),
            *("awareness", "closeness", "intent", "risk_bearing"),
        ),
    ),
)
"""Head of a section → its fields."""


class AccountNumber(forms.CharField):
    """Another customer, named by its number; only those that the person who asks may see."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, **kwargs)
        self.user: User | None = None

    def prepare_value(self, value: Any) -> Any:
        """The number, of a customer given by its key."""
        if isinstance(value, int):
            return Account.objects.values_list("number", flat=True).filter(pk=value).first() or ""
        return value

    def clean(self, value: Any) -> Account | None:
        number = super().clean(value)
        if not number:
            return None
        assert self.user is not None, "a form for nobody"
        found = accounts_for(self.user).numbered(number).first()
        if found is None:
            raise ValidationError(_("There is no such customer."))
        return found


class AccountForm(forms.ModelForm[Account]):
    """All that people write of a customer. The owner is asked for only where it may be another."""

    parent = AccountNumber(label=_("belongs to"), help_text=_("Number of the customer that it is part of."))
    introduced_by = AccountNumber(label=_("introduced by"), help_text=_("Number of the customer that brought it."))
    number = forms.CharField(
        label=_("number"), required=False, max_length=40, help_text=_("Left empty it gets the next.")
    )
    website = forms.URLField(label=_("website"), required=False, assume_scheme="https")
    expected_spend = AmountField(label=_("expected spend"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Account
        fields: ClassVar = list(WRITTEN)
        widgets: ClassVar = {
            **{name: forms.Textarea(attrs={"rows": 3}) for name in LONG},
            "expected_said_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("parent", "introduced_by"):
            field = self.fields[name]
            assert isinstance(field, AccountNumber), name
            field.user = user
        for each in self.fields.values():
            if isinstance(each.widget, forms.Select) and not each.required:
                each.widget.choices = [("", "–"), *list(each.widget.choices)[1:]]
        if user.may(ASSIGN):
            self.fields["owner"] = forms.ModelChoiceField(
                colleagues_of(user), label=_("owner"), required=False, empty_label=_("nobody")
            )
        else:
            del self.fields["owner"]

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Heads and fields, in order."""
        return [(head, [self[name] for name in names if name in self.fields]) for head, names in SECTIONS]

    def written(self) -> dict[str, Any]:
        """The fields of a customer that were sent."""
        return {name: self.cleaned_data[name] for name in WRITTEN if name in self.cleaned_data}

    def _post_clean(self) -> None:
        """What holds together is the service's to say: the form only looks at shapes."""


class CellForm(AccountForm):
    """One field of a customer, edited in its place on a list."""

    def __init__(self, *args: Any, field: str, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, auto_id="cell_%s", **kwargs)
        self.fields = {name: each for name, each in self.fields.items() if name in (field, "version")}
        self.fields[field].widget.attrs.update({"aria-label": self.fields[field].label, "data-vf-focus": True})


Added = Sequence[tuple[Filter, Sequence[tuple[str, Any]]]]
"""Filters of apps above, each with its values."""


class FilterForm(forms.Form):
    """What a list is asked for; what cannot be is left out. `owners` are those whose customers somebody may choose."""

    q = forms.CharField(required=False, max_length=200, label=_("Name, number, phone"))
    kind = forms.ChoiceField(required=False, label=_("Kind"), choices=[("", _("all")), *Kind.choices])
    role = forms.ChoiceField(
        required=False, label=_("Role in the trade"), choices=[("", _("all")), *ChannelRole.choices]
    )
    owner = forms.TypedChoiceField(required=False, label=_("Owner"), coerce=int, empty_value=None)
    group = forms.TypedChoiceField(required=False, label=_("Group"), coerce=int, empty_value=None)

    def __init__(self, data: QueryDict, *, owners: Pairs, groups: Pairs, more: Added = ()) -> None:
        super().__init__(data, auto_id="filter_%s")
        for each, choices in more:
            self.fields[each.name] = forms.ChoiceField(
                required=False, label=each.label, choices=[("", _("all")), *choices]
            )
        for name, rows in (("owner", owners), ("group", groups)):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField), name
            field.choices = [("", _("all")), *rows]
            if not rows:
                del self.fields[name]

    def asked(self, sort: str) -> Asked:
        """The list that is asked for."""
        self.is_valid()
        found = self.cleaned_data
        return Asked(
            text=found.get("q", ""),
            kind=found.get("kind", ""),
            channel_role=found.get("role", ""),
            owner=found.get("owner"),
            group=found.get("group"),
            sort=sort.removeprefix("-") or "name",
            descending=sort.startswith("-"),
        )
