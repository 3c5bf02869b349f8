"""Amounts of money: whole minor units and a currency. Nothing here is ever a float.

How many decimals a currency has, and how an amount is written in a language, is Babel's to say. A model has a column of
minor units and, beside it, one of the currency; an attribute of the first gives both as `Money`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    get_currency_precision,
    list_currencies,
)
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.formats import number_format
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

WHOLE = 10_000
"""An amount below this is short enough as it is."""

LARGEST = 10**15
"""Minor units beyond which an amount is taken for a slip of the keys."""

UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "k": 10**3, "m": 10**6}
"""What may stand behind a typed number, and what it stands for."""

TYPED = re.compile(r"([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d+))?\s*(.?)")


@dataclass(frozen=True, order=True)
class Money:
    """An amount in minor units (cents, fen, whole yen) of a currency by its ISO code."""

    minor: int
    currency: str

    @property
    def digits(self) -> int:
        """Decimals of the currency: 2 of most, 0 of the yen, 3 of some."""
        return get_currency_precision(self.currency)

    @property
    def amount(self) -> Decimal:
        """The amount in whole units, exact."""
        return Decimal(self.minor).scaleb(-self.digits)

    def __str__(self) -> str:
        """Plain and exact, as the audit and files keep it: CNY 12500.00."""
        return f"{self.currency} {self.amount:.{self.digits}f}"

    def shown(self) -> str:
        """The exact amount in the language of who reads it."""
        return format_currency(self.amount, self.currency, locale=_locale())

    def short(self) -> str:
        """The amount in few signs: ¥125万, CN¥1.2M. The exact one belongs beside it, on hover."""
        return format_compact_currency(self.amount, self.currency, locale=_locale(), fraction_digits=1)


def compact(amount: Decimal) -> str:
    """An amount without its currency in few signs: 18.7M, 1870万, 9,412. The exact one belongs beside it, on hover."""
    if abs(amount) < WHOLE:
        # Not every language has a short form for thousands, and digits behind the point say nothing there.
        words = number_format(round(amount), 0, force_grouping=True)
    else:
        words = format_compact_decimal(amount, locale=_locale(), fraction_digits=1)
    return words.replace("-", "−")


def _locale() -> str:
    return to_locale(get_language() or "en")


def from_plain(text: str) -> Money:
    """What `str` of an amount gave. Raises ValueError for anything else."""
    currency, _space, amount = text.partition(" ")
    if currency not in list_currencies():
        raise ValueError(f"no currency: {currency}")
    return Money(_minor(Decimal(amount), currency), currency)


def typed(text: str, currency: str) -> Money:
    """The amount that a person typed: 1,250,000.50, １２５万, 1.2 m.

    Refused: what is no number, groups of other than three figures (1.250,00 is one amount in Berlin and none in
    London), more decimals than the currency has, more than anybody owns.
    """
    found = TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    if found is None or (found[4] and found[4] not in UNITS):
        raise ValidationError(_("Write an amount like 1,250,000.50 or 125万."), code="amount")
    sign, whole, decimals, unit = found.groups()
    amount = Decimal(f"{sign}{re.sub('[, ]', '', whole)}.{decimals or 0}") * UNITS.get(unit, 1)
    try:
        minor = _minor(amount, currency)
    except ValueError:
        raise ValidationError(_("This currency has fewer decimals than that."), code="decimals") from None
    if abs(minor) > LARGEST:
        raise ValidationError(_("This amount is too large."), code="large")
    return Money(minor, currency)


def _minor(amount: Decimal, currency: str) -> int:
    minor = amount.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise ValueError(f"{amount} has too many decimals for {currency}")
    return int(minor)


class _Both(DeferredAttribute):
    """The attribute of an amount: reads both columns as Money, writes both."""

    field: MoneyField

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        minor = super().__get__(instance, cls)
        return None if minor is None else Money(minor, getattr(instance, self.field.currency))

    def __set__(self, instance: models.Model, value: Money | int | None) -> None:
        if isinstance(value, Money):
            instance.__dict__[self.field.attname] = value.minor
            setattr(instance, self.field.currency, value.currency)
            return
        instance.__dict__[self.field.attname] = value
        if value is None:
            setattr(instance, self.field.currency, "")


class CurrencyField(models.CharField[str, str]):
    """The currency of an amount, by its ISO code; empty where there is no amount."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 3, "blank": True, "default": "", "editable": False, **kwargs})


class MoneyField(models.BigIntegerField[Any, Any]):
    """An amount: a column of minor units. `currency` names the CurrencyField beside it, declared before it."""

    descriptor_class = _Both

    def __init__(self, *args: Any, currency: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency

    def deconstruct(self) -> Any:
        """With the name of its currency."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "currency": self.currency}

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """An amount without a currency is no amount."""
        beside = {field.name for field in self.model._meta.fields if isinstance(field, CurrencyField)}
        missing = [] if self.currency in beside else [checks.Error("names no CurrencyField", obj=self)]
        return [*super().check(**kwargs), *missing]

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Money) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(value.minor if isinstance(value, Money) else value)

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.minor if isinstance(value, Money) else value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))
