"""Fields that forms of all apps share, and how fields are written into a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.translation import gettext, gettext_lazy

from vitalfew_web.core.money import Money, typed


class AmountInput(forms.MultiWidget):
    """An amount as people type it, and its currency beside it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        amount = {"inputmode": "decimal", "autocomplete": "off", "aria-label": gettext_lazy("Amount")}
        currencies = forms.Select({"aria-label": gettext_lazy("Currency")}, [(one, one) for one in settings.CURRENCIES])
        super().__init__({"": forms.TextInput(amount), "currency": currencies}, attrs)

    def decompress(self, value: Money | None) -> list[str]:
        """What stands in the two fields."""
        if value is None:
            return ["", settings.CURRENCIES[0]]
        whole = value.amount == value.amount.to_integral_value()
        return [f"{value.amount:,.{0 if whole else value.digits}f}", value.currency]


class AmountField(forms.MultiValueField):
    """An amount of zero or more."""

    widget = AmountInput

    def __init__(self, **kwargs: Any) -> None:
        choices = [(one, one) for one in settings.CURRENCIES]
        fields = (forms.CharField(max_length=40, required=False), forms.ChoiceField(choices=choices, required=False))
        super().__init__(fields, **{"require_all_fields": False, "required": False, **kwargs})

    def compress(self, data_list: list[str]) -> Money | None:
        """The amount; None where nothing is written."""
        if not data_list or not data_list[0]:
            return None
        found = typed(data_list[0], data_list[1] or settings.CURRENCIES[0])
        if found.minor < 0:
            raise ValidationError(gettext("Write an amount of zero or more."))
        return found


Drawn = Mapping[str, Any]
"""What Django's widgets say of themselves."""


class Written(DjangoTemplates):
    """Django's renderer of forms, the plain fields written without their templates.

    A template for a field, another for its attributes and two for each of its options were half of what a form of
    thirty fields costs. What is written is what the templates write, escaped as they do.
    """

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """A field as HTML."""
        write = WRITERS.get(template_name.removeprefix("django/forms/widgets/"))
        return super().render(template_name, context, request) if write is None else write(context["widget"])


def _attributes(of: Drawn) -> str:
    given = ((conditional_escape(name), value) for name, value in of["attrs"].items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{conditional_escape(value)}"' for name, value in given)


def _input(of: Drawn) -> str:
    value = "" if of["value"] is None else f' value="{conditional_escape(of["value"])}"'
    return f'<input type="{conditional_escape(of["type"])}" name="{conditional_escape(of["name"])}"{value}{_attributes(of)}>'


def _textarea(of: Drawn) -> str:
    text = conditional_escape(of["value"]) if of["value"] else ""
    return f'<textarea name="{conditional_escape(of["name"])}"{_attributes(of)}>\n{text}</textarea>'


def _select(of: Drawn) -> str:
    groups = "".join(_group(name, options) for name, options, _ in of["optgroups"])
    return f'<select name="{conditional_escape(of["name"])}"{_attributes(of)}>{groups}\n</select>'


def _group(name: Any, options: list[Drawn]) -> str:
    written = "".join(f"\n  {_option(option)}\n" for option in options)
    if not name:
        return written
    return f'\n  <optgroup label="{conditional_escape(name)}">{written}\n  </optgroup>'


def _option(of: Drawn) -> str:
    label = conditional_escape(localize(of["label"]))
    return f'<option value="{conditional_escape(of["value"])}"{_attributes(of)}>{label}</option>'


INPUTS = (
    "checkbox",
    "file",
    "text",
    "number",
    "email",
    "url",
    "tel",
    "search",
    "color",
    "hidden",
    "password",
    "date",
    "datetime",
    "time",
)

WRITERS: Mapping[str, Callable[[Drawn], str]] = {
    **{f"{kind}.html": _input for kind in ("input", *INPUTS)},
    "select.html": _select,
    "textarea.html": _textarea,
}
"""Template of a widget → what writes the same."""
