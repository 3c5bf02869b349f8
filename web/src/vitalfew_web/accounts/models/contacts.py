"""The people at customers, and what is personal of them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.choices import DecisionRole, Function, Item, Origin, Purpose
from vitalfew_web.accounts.models.accounts import Account, plain
from vitalfew_web.core.secrecy import SecretField


class Contact(models.Model):
    """A person at a customer; or, with `itself`, the customer who is a person: kept with the customer, not by hand.

    What is personal beyond name, post and ways to reach them are `items`, each with its source and purpose.
    """

    account = models.ForeignKey(Account, verbose_name=_("customer"), on_delete=models.CASCADE, related_name="contacts")
    itself = models.BooleanField(default=False, editable=False)
    name = models.CharField(_("name"), max_length=120)
    decision_role = models.CharField(_("role in the decision"), max_length=12, choices=DecisionRole, blank=True)
    function = models.CharField(_("function"), max_length=12, choices=Function, blank=True)
    post = models.CharField(_("post"), max_length=120, blank=True)
    phones = models.JSONField(_("phones"), default=list, blank=True)
    mails = models.JSONField(_("e-mails"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=40, blank=True)
    form_of_address = models.CharField(_("form of address"), max_length=60, blank=True)
    is_main = models.BooleanField(_("main contact"), default=False)
    left_on = models.DateField(_("left the firm on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(is_main=True), name="one_main_contact_of_account"
            ),
            models.UniqueConstraint(fields=["account"], condition=models.Q(itself=True), name="one_itself_of_account"),
        ]
        verbose_name = _("contact")

    def __str__(self) -> str:
        return self.name


class ContactItem(models.Model):
    """Something personal known of a contact, and from where and what for. Protected items are kept in code."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="items")
    item = models.CharField(max_length=12, choices=Item)
    value = models.TextField(blank=True)
    secret = SecretField(null=True)
    origin = models.CharField(_("source"), max_length=12, choices=Origin)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contact", "item"], name="one_item_of_a_kind"),
            models.CheckConstraint(
                condition=models.Q(secret__isnull=False, value="")
                | models.Q(secret__isnull=True) & ~models.Q(value=""),
                name="item_is_open_or_in_code",
            ),
            models.CheckConstraint(
                condition=~models.Q(origin="") & ~models.Q(purpose=""), name="item_has_source_and_purpose"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.item}"


CONTACT_WRITTEN = (
    *("name", "decision_role", "function", "post", "phones", "mails", "language", "form_of_address", "is_main"),
    "left_on",
)
"""The fields of a contact that people write."""


def contact_as_recorded(contact: Contact) -> dict[str, Any]:
    """What the audit keeps of a contact."""
    return {name: plain(getattr(contact, name)) for name in CONTACT_WRITTEN}
