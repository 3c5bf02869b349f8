"""Saved views of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from vitalfew_web.access.models import User


class SavedViews(models.QuerySet["SavedView"]):
    """Chainable limits."""

    def seen_by(self, user: User) -> Self:
        """The own ones, and those that people of the same team share; each with whether this person pinned it."""
        seen = Q(owner=user)
        if user.team_id is not None:
            seen |= Q(is_shared=True, owner__team=user.team_id)
        pinned = Pin.objects.filter(view=OuterRef("pk"), user=user)
        return self.filter(seen).annotate(is_pinned=Exists(pinned))


class SavedView(models.Model):
    """What a list was asked for, under a name. `state` is the query string of the list: filters, order, columns."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    list_name = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=60)
    state = models.TextField(blank=True)
    is_shared = models.BooleanField(_("share with my team"), default=False)
    changed_at = models.DateTimeField()

    objects = SavedViews.as_manager()
    is_pinned: bool

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "list_name", "name"], name="one_view_per_name_of_a_person"),
        ]
        verbose_name = _("view")

    def __str__(self) -> str:
        return self.name


class Pin(models.Model):
    """A view that somebody has in the side of every page."""

    view = models.ForeignKey(SavedView, on_delete=models.CASCADE, related_name="pins")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pins")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["view", "user"], name="one_pin_per_view_and_person")]

    def __str__(self) -> str:
        return f"{self.user} → {self.view}"


def as_recorded(view: SavedView) -> dict[str, Any]:
    """What the audit keeps of a view."""
    return {"name": view.name, "state": view.state, "is_shared": view.is_shared}
