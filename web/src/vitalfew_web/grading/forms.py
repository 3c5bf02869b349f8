"""Input of grading pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import Scheme
from vitalfew_web.grading.selectors import schemes_for


class StartForm(forms.Form):
    """What is to be graded by, and as of which day."""

    scheme = forms.ModelChoiceField(Scheme.objects.none(), label=_("Scheme"), empty_label=None)
    as_of = forms.DateField(
        label=_("As of"),
        required=False,
        help_text=_("Left empty: the day of the last order."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["scheme"]
        assert isinstance(field, forms.ModelChoiceField), "scheme"
        field.queryset = schemes_for(user).filter(versions__published_at__isnull=False).distinct()


class OpenForm(forms.Form):
    """A name, and the ready-made scheme that it begins with."""

    name = forms.CharField(label=_("Name"), max_length=120)
    template = forms.ChoiceField(label=_("Begins as"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = get_language() or "en"
        field = self.fields["template"]
        assert isinstance(field, forms.ChoiceField), "template"
        field.choices = [(name, one["title"][code]) for name, one in gateways.ready_made().items()]


class SettingsForm(forms.ModelForm[Scheme]):
    """Name, rhythm, and whether a second person publishes."""

    class Meta:
        model = Scheme
        fields: ClassVar = ["name", "rhythm", "second_person"]

    def _post_clean(self) -> None:
        """What holds together is the service's to say: the form only looks at shapes."""


class OverrideForm(forms.Form):
    """Another grade, why, and until when."""

    label = forms.ChoiceField(label=_("Grade"))
    until = forms.DateField(
        label=_("Until"),
        help_text=_("The last day on which it holds; after that the grade of the run holds again by itself."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Others read it.")
    )

    def __init__(self, *args: Any, choices: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["label"]
        assert isinstance(field, forms.ChoiceField), "label"
        field.choices = choices


class FrameForm(forms.Form):
    """A frame on the drawing of margin against cost to serve, in per cent of sales; an end that is left out is open."""

    serves_from = forms.DecimalField(label=_("Cost to serve, % from"), required=False)
    serves_to = forms.DecimalField(label=pgettext_lazy("end of a range", "to"), required=False)
    margin_from = forms.DecimalField(label=_("Gross margin, % from"), required=False)
    margin_to = forms.DecimalField(label=pgettext_lazy("end of a range", "to"), required=False)

    def ranges(self) -> dict[str, str]:
        """The filters of the list that mean the same; none where no end is given."""
        ends = {name: "" if value is None else f"{value.normalize():f}" for name, value in self.cleaned_data.items()}
        pairs = {name: (ends[f"{name}_from"], ends[f"{name}_to"]) for name in ("serves", "margin")}
        return {name: f"{first}~{last}" for name, (first, last) in pairs.items() if first or last}
