"""What people are told, and how they want to be told."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Notification(models.Model):
    """Something that somebody is told, in their language, with the page where it leads.

    `occasion` says what it is for: nobody is told twice of one.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    occasion = models.CharField(max_length=120)
    icon = models.CharField(max_length=40)
    title = models.CharField(max_length=240)
    text = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=240)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "occasion"], name="one_notification_per_occasion")
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "-id"], name="notifications_of_person"),
            models.Index(fields=["person"], name="unread_of_person", condition=Q(read_at__isnull=True)),
        ]
        verbose_name = _("notification")

    def __str__(self) -> str:
        return self.title


class Wish(models.Model):
    """How somebody wants to be told; who has no row has not said."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wish")
    by_mail = models.BooleanField(_("reminders also by e-mail"), default=False)

    def __str__(self) -> str:
        return f"{self.person}"
