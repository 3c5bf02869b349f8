"""The message."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vitalfew_web.messaging.choices import Status


class Message(models.Model):
    """A mail to one person for one occasion. The same occasion never writes a second one to the same address.

    `text` is emptied once it was sent, since it may hold a link that opens a login; `said` is why it was not.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="messages_sent"
    )
    address = models.CharField(_("address"), max_length=254)
    occasion = models.CharField(max_length=120)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["address", "occasion"], name="one_message_per_address_and_occasion"),
            models.CheckConstraint(
                condition=Q(status__in=[Status.WAITING, Status.SENDING], ended_at__isnull=True)
                | Q(status__in=[Status.SENT, Status.FAILED, Status.UNKNOWN], ended_at__isnull=False),
                name="message_has_an_end_where_it_ended",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["status", "-id"], name="messages_by_status")]
        verbose_name = _("message")

    def __str__(self) -> str:
        return f"{self.subject} → {self.address}"
