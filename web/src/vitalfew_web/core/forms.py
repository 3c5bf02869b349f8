"""Fields that forms of all apps share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
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
