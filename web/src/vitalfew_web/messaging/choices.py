"""Enumerations of messaging."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What became of a message. Nobody knows of an unknown one whether it arrived; it is not sent again by itself."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    UNKNOWN = "unknown", _("Unknown")


AGAIN = frozenset({Status.FAILED, Status.UNKNOWN})
"""What an administrator may send again."""
