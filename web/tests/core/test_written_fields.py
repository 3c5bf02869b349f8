"""Fields are written without Django's templates, and stand there exactly as those would have it."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, get_default_renderer
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from vitalfew_web.core.forms import AmountInput, Written

HOSTILE = "\"><script>alert('1 & 2')</script>"
TRAITS: dict[str, Any] = {
    "id": "id_it",
    "title": HOSTILE,
    "aria-label": gettext_lazy("Amount"),
    "maxlength": 4000,
    "required": True,
    "disabled": False,
    "data-vf-ready": mark_safe("a &amp; b"),
}
CHOICES = [
    ("", "–"),
    ("one", gettext_lazy("Amount")),
    (HOSTILE, HOSTILE),
    (2026, 2026),
    (gettext_lazy("Currency"), [("a", "A"), ("b", HOSTILE)]),
]
PLAIN = (
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.PasswordInput, forms.HiddenInput),
    *(forms.DateInput, forms.TimeInput, forms.FileInput, forms.CheckboxInput, forms.Textarea),
)


@pytest.mark.parametrize("language", ["en", "zh-hant"])
@pytest.mark.parametrize("value", [None, "", HOSTILE, "萬達 & Co.", 0, 1_234_567, True], ids=repr)
@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.__name__)
def test_a_field_is_what_the_templates_write(kind: type[forms.Widget], value: Any, language: str) -> None:
    with translation.override(language):
        assert written(kind(TRAITS), value) == templated(kind(TRAITS), value)


@pytest.mark.parametrize("value", [None, "one", HOSTILE, 2026, "b"], ids=repr)
@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple, forms.RadioSelect, AmountInput])
def test_choices_are_what_the_templates_write(kind: type[forms.Widget], value: Any) -> None:
    many = kind is forms.SelectMultiple
    given = kind(TRAITS) if kind is AmountInput else kind(TRAITS, choices=CHOICES)  # type: ignore[call-arg]
    value = None if kind is AmountInput else [value] if many else value
    assert written(given, value) == templated(given, value)


def test_forms_are_written_so() -> None:
    assert isinstance(get_default_renderer(), Written)


def written(widget: forms.Widget, value: Any) -> str:
    return widget.render("it", value, {"id": "id_it"}, Written())


def templated(widget: forms.Widget, value: Any) -> str:
    return widget.render("it", value, {"id": "id_it"}, DjangoTemplates())
