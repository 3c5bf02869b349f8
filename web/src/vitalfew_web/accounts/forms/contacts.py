"""Input of the pages of people at customers."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.choices import OPTIONS, PROTECTED, Calendar, Item, Origin, Purpose
from vitalfew_web.accounts.models import CONTACT_WRITTEN, Contact
from vitalfew_web.accounts.rules import Birthday


class LinesField(forms.CharField):
    """Several short texts, one a line."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=600, **kwargs)
        self.widget.attrs["rows"] = 2

    def prepare_value(self, value: Any) -> Any:
        """The lines as they stand in the field."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]


class ContactForm(forms.ModelForm[Contact]):
    """A person at a customer: who they are there, and how to reach them."""

    phones = LinesField(label=_("phones"), help_text=_("One number a line."))
    mails = LinesField(label=_("e-mails"), help_text=_("One address a line."))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Contact
        fields: ClassVar = list(CONTACT_WRITTEN)
        widgets: ClassVar = {"left_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            if isinstance(each.widget, forms.Select):
                each.widget.choices = [("", "–"), *list(each.widget.choices)[1:]]

    def written(self) -> dict[str, Any]:
        """The fields of the person that were sent."""
        return {name: self.cleaned_data[name] for name in CONTACT_WRITTEN}

    def _post_clean(self) -> None:
        """What holds together is the service's to say."""


class ItemForm(forms.Form):
    """Something personal, its source and its purpose. What is protected is written anew, never shown in its field."""

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        self.fields = {**self._values(), **self._grounds()}

    def _values(self) -> dict[str, forms.Field]:
        if self.item == Item.BIRTHDAY:
            return {
                "calendar": forms.ChoiceField(label=_("calendar"), choices=Calendar.choices),
                "year": forms.IntegerField(label=_("year"), required=False, help_text=_("Left empty where not known.")),
                "month": forms.IntegerField(label=_("month")),
                "day": forms.IntegerField(label=_("day")),
                "leap": forms.BooleanField(label=_("in a leap month"), required=False),
            }
        if self.item in OPTIONS:
            choices = [("", "–"), *OPTIONS[self.item].choices]
            return {"value": forms.ChoiceField(label=self.item.label, choices=choices)}
        text = forms.Textarea({"rows": 3, **({"autocomplete": "off"} if self.item in PROTECTED else {})})
        return {"value": forms.CharField(label=self.item.label, max_length=2000, widget=text)}

    def _grounds(self) -> dict[str, forms.Field]:
        return {
            "origin": forms.ChoiceField(label=_("source"), choices=[("", "–"), *Origin.choices]),
            "purpose": forms.ChoiceField(label=_("purpose"), choices=[("", "–"), *Purpose.choices]),
            "version": forms.IntegerField(widget=forms.HiddenInput, required=False),
        }

    def clean(self) -> dict[str, Any]:
        """With a birthday in its plain form, as the services take it."""
        found: dict[str, Any] = super().clean() or {}
        if self.item == Item.BIRTHDAY and not self.errors:
            month, day, year = found["month"], found["day"], found["year"]
            if not (0 <= month <= 99 and 0 <= day <= 99 and (year is None or 1000 <= year <= 9999)):
                raise ValidationError(_("There is no such day."))
            lunar = found["calendar"] == Calendar.LUNAR
            found["value"] = str(Birthday(month, day, year, lunar=lunar, leap=found["leap"]))
        return found

    def written(self) -> dict[str, Any]:
        """What the service takes."""
        return {
            **{name: self.cleaned_data[name] for name in ("value", "origin", "purpose")},
            "version": self.cleaned_data["version"] or 0,
        }
