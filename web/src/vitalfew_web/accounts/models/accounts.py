"""Customers, and how they are found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.choices import (
    ChannelRole,
    Growth,
    Kind,
    Level,
    Ownership,
    Period,
    Position,
    Sector,
    Size,
    Source,
)
from vitalfew_web.accounts.models.found import Sought, found_alone
from vitalfew_web.core.money import CurrencyField, Money, MoneyField, from_plain


class Accounts(models.QuerySet["Account"]):
    """Chainable limits."""

    def looked_after_by(self, owners: Any) -> Self:
        """Those of some owners, given as a subquery or a list."""
        return self.filter(owner__in=owners)

    def among_many_looked_after_by(self, owners: Any) -> Self:
        """The same, read in the order that is asked for and not owner by owner: for a page of very many."""
        return self.alias(looked_after_by=models.F("owner_id") + 0).filter(looked_after_by__in=owners)

    def numbered(self, number: str) -> Self:
        """The one with a number, whatever its case, by the index that keeps numbers apart."""
        return self.alias(folded=Lower("number")).filter(folded=Lower(models.Value(number)))

    def found_by(self, tokens: list[str], *, owners: Sequence[int] = (), row_by_row: bool = False) -> Self:
        """Those that have, for each of these, a token that begins with it (core/folding.py), of some owners or of all."""
        return self.filter(tokens__has=Sought(tuple(tokens), tuple(owners), row_by_row)) if tokens else self

    def found_among_many_by(self, tokens: list[str]) -> Self:
        """The same on SQLite, read in the order that is asked for and not hit by hit: where very many are found."""
        return self.alias(place=models.F("id") + 0).filter(place__in=found_alone(tokens, self.db))


class Account(models.Model):
    """A customer: a company, or a person who needs no company.

    `tokens` is what the customer is found by; `version` counts changes, so that two people who edit at once are told.
    """

    number = models.CharField(_("number"), max_length=40)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.COMPANY)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="accounts",
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("belongs to"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    introduced_by = models.ForeignKey(
        "self", verbose_name=_("introduced by"), null=True, blank=True, on_delete=models.PROTECT, related_name="brought"
    )
    channel_role = models.CharField(_("role in the trade"), max_length=16, choices=ChannelRole, blank=True)
    sector = models.CharField(_("sector"), max_length=1, choices=Sector, blank=True)
    industry = models.CharField(_("industry"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    size = models.CharField(_("size"), max_length=8, choices=Size, blank=True)
    ownership = models.CharField(_("ownership"), max_length=8, choices=Ownership, blank=True)
    source = models.CharField(_("source"), max_length=8, choices=Source, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    address = models.CharField(_("address"), max_length=240, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=40, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    number_elsewhere = models.CharField(_("number in other systems"), max_length=80, blank=True)
    situation = models.TextField(_("situation"), blank=True)
    needs = models.TextField(_("needs"), blank=True)
    pain_points = models.TextField(_("pain points"), blank=True)
    business_model = models.TextField(_("business model"), blank=True)
    strategy = models.TextField(_("strategy"), blank=True)
    position = models.CharField(_("position in its industry"), max_length=8, choices=Position, blank=True)
    growth = models.CharField(_("growth of the firm"), max_length=10, choices=Growth, blank=True)
    industry_growth = models.CharField(_("growth of its industry"), max_length=10, choices=Growth, blank=True)
    closeness = models.CharField(_("closeness of the relation"), max_length=8, choices=Level, blank=True)
    intent = models.CharField(_("intent to work with us"), max_length=8, choices=Level, blank=True)
    risk_bearing = models.CharField(_("ability to bear risk"), max_length=8, choices=Level, blank=True)
    expected_currency = CurrencyField()
    expected_spend = MoneyField(_("expected spend"), currency="expected_currency", null=True, blank=True)
    expected_per = models.CharField(_("expected in"), max_length=8, choices=Period, blank=True)
    expected_said_by = models.CharField(_("who said it"), max_length=120, blank=True)
    expected_said_on = models.DateField(_("said on"), null=True, blank=True)
    competitors_used = models.TextField(_("competitors it buys from"), blank=True)
    social_reach = models.CharField(_("social reach"), max_length=200, blank=True)
    habits = models.TextField(_("habits of buying"), blank=True)
    taste = models.TextField(_("taste"), blank=True)
    awareness = models.TextField(_("what it knows of us and of the market"), blank=True)
    tokens = models.TextField(editable=False, default="")
    version = models.PositiveIntegerField(default=1, editable=False)
    opened_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)

    objects = Accounts.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("number"), name="one_account_per_number"),
            models.CheckConstraint(
                condition=models.Q(expected_spend__isnull=True, expected_currency="")
                | models.Q(expected_spend__gte=0) & ~models.Q(expected_currency=""),
                name="expected_spend_has_a_currency",
            ),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="account_is_not_its_own_parent"),
        ]
        # Each has the order, the key and the owner: whose customers stand where, is known without reading a customer.
        indexes: ClassVar = [
            models.Index(fields=fields, name=f"account_{'of_' if fields[0] == 'owner' else 'by_'}{column}")
            for column in ("name", "number", "changed_at")
            for fields in (["owner", column, "id"], [column, "id", "owner"])
        ]
        indexes += [models.Index(fields=["id", "owner"], name="account_is_of")]
        # Counting what the list is narrowed to reads no row.
        indexes += [models.Index(fields=["owner", "channel_role", "kind"], name="account_of_role")]
        verbose_name = _("customer")

    def __str__(self) -> str:
        return self.name


WRITTEN = (
    *("number", "name", "kind", "owner", "parent", "introduced_by", "channel_role", "sector", "industry", "region"),
    *("size", "ownership", "source", "phone", "email", "website", "address", "tax_number", "registration_number"),
    *("number_elsewhere", "situation", "needs", "pain_points", "business_model", "strategy", "position", "growth"),
    *("industry_growth", "closeness", "intent", "risk_bearing", "expected_spend", "expected_per", "expected_said_by"),
    *("expected_said_on", "competitors_used", "social_reach", "habits", "taste", "awareness"),
)
"""The fields that people write."""


def as_recorded(account: Account) -> dict[str, Any]:
    """What the audit keeps of a customer; people and other customers by their keys, amounts and days as plain texts."""
    fields = [field for field in account._meta.fields if field.name in WRITTEN]
    return {field.name: plain(getattr(account, field.attname)) for field in fields}


def from_recorded(name: str, value: Any) -> Any:
    """What `as_recorded` kept of a field, as the field takes it."""
    field = Account._meta.get_field(name)
    if value is None or value == "":
        return None if field.null else ""
    if isinstance(field, models.ForeignKey):
        related: Any = field.remote_field.model
        return related.objects.filter(pk=value).first()
    if isinstance(field, MoneyField):
        return from_plain(value)
    return date.fromisoformat(value) if isinstance(field, models.DateField) else value


def plain(value: Any) -> Any:
    """A value of a field as the audit keeps it: amounts and days as texts."""
    if isinstance(value, Money):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
