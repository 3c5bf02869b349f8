"""Groups of customers by somebody's own standard."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.choices import Colour
from vitalfew_web.accounts.models.accounts import Account


class Groups(models.QuerySet["Group"]):
    """Chainable limits."""

    def open_to(self, person: Any) -> Self:
        """The own ones, and those that others share."""
        return self.filter(models.Q(owner=person) | models.Q(shared=True))


class Group(models.Model):
    """A group of customers by somebody's own standard: a name and a colour. Only the owner changes it.

    Shared, others see it too and put customers of theirs in; which customers somebody sees does not change by it.
    """

    name = models.CharField(_("name"), max_length=60)
    description = models.CharField(_("what belongs in it"), max_length=240, blank=True)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour, default=Colour.BLUE)
    shared = models.BooleanField(_("shared with colleagues"), default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("owner"), on_delete=models.PROTECT, related_name="account_groups"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(editable=False)
    accounts = models.ManyToManyField(Account, through="Membership", related_name="groups")

    objects = Groups.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("owner", Lower("name"), name="one_group_of_a_name_per_owner"),
            models.UniqueConstraint(Lower("name"), condition=models.Q(shared=True), name="one_shared_group_of_a_name"),
        ]
        verbose_name = _("group")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A customer in a group."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "account"], name="once_in_a_group")]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.group_id}"


def group_as_recorded(group: Group) -> dict[str, Any]:
    """What the audit keeps of a group."""
    return {name: getattr(group, name) for name in ("name", "description", "colour", "shared")}
