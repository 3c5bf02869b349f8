"""Input of tasks."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.core.registries import SUBJECTS
from vitalfew_web.work.choices import Before, Repeat, Snooze
from vitalfew_web.work.models import Task


class TaskForm(forms.ModelForm[Task]):
    """All that people write of a task. Who does it is asked where it may be another."""

    about = forms.CharField(
        label=_("customer"), required=False, max_length=200, help_text=_("Its number, such as K-1001.")
    )
    due_on = forms.DateField(
        label=_("day"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    due_time = forms.TimeField(
        label=_("time"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    repeat = forms.ChoiceField(label=_("again"), required=False, choices=Repeat.choices)
    remind_before = forms.TypedChoiceField(
        label=_("reminder"), required=False, coerce=int, empty_value=None, choices=[("", _("none")), *Before.choices]
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Task
        fields: ClassVar = ["text", "about", "due_on", "due_time", "repeat", "remind_before", "owner", "note"]
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        people = colleagues_of(user) | User.objects.filter(pk=self.instance.owner_id or user.pk)
        self.fields["owner"] = forms.ModelChoiceField(people.distinct(), label=_("who"), empty_label=None)
        if len(people.distinct()[:2]) == 1:
            del self.fields["owner"]

    def clean_about(self) -> tuple[str, int | None]:
        """The object that is meant: its kind and its key."""
        text = self.cleaned_data["about"].strip()
        if not text:
            return "", None
        for kind, subject in SUBJECTS.items():
            key = subject.found(self.user, text)
            if key is not None:
                return kind, key
        raise ValidationError(_("There is no such customer."))

    def written(self) -> dict[str, Any]:
        """The fields of a task that were sent."""
        names = ("text", "note", "due_on", "due_time", "repeat", "remind_before", "owner")
        subject, key = self.cleaned_data["about"]
        given = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return {**given, "subject": subject, "subject_id": key}

    def _post_clean(self) -> None:
        """What holds together is the service's to say: the form only looks at shapes."""


class SnoozeForm(forms.Form):
    """Until when a task is put off."""

    how = forms.ChoiceField(choices=Snooze.choices)
