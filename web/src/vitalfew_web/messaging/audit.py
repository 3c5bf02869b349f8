"""Recorded actions of messaging."""

from django.utils.translation import gettext_lazy as _

AGAIN = "messaging.message.again"

LABELS = {AGAIN: _("Message sent again")}
FIELDS = {"status": _("state")}
