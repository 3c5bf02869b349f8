"""Reading messages; for those who look after them."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from vitalfew_web.access.models import User
from vitalfew_web.messaging.models import Message
from vitalfew_web.messaging.permissions import LOOK_AFTER


def messages_for(user: User, status: str = "") -> QuerySet[Message]:
    """All messages, or those of one state, the newest first; without what they say."""
    if not user.may(LOOK_AFTER):
        return Message.objects.none()
    rows = Message.objects.defer("text").select_related("person")
    return rows.filter(status=status) if status else rows


def counts_for(user: User) -> dict[str, int]:
    """State → how many messages have it."""
    counted = messages_for(user).order_by().values_list("status").annotate(Count("id"))
    return dict(counted)
