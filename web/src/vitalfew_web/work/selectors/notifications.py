"""Reading notifications: everybody their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from vitalfew_web.access.models import User
from vitalfew_web.core.listing import counted
from vitalfew_web.work.models import Notification, Wish


def notifications_for(user: User) -> QuerySet[Notification]:
    """What somebody was told, the newest first."""
    return Notification.objects.filter(person=user)


def unread_of(user: User) -> int:
    """How much of it they have not read yet. Asked for once a page."""
    kept = vars(user)
    if "_unread" not in kept:
        counted_for(user, [])
    return cast("int", kept["_unread"])


def counted_for(user: User, lists: Sequence[QuerySet[Any] | RawSQL]) -> list[int]:
    """How many rows each of some lists has; the same question counts what is unread, so that the bell asks none."""
    unread = notifications_for(user).filter(read_at__isnull=True)
    *counts, vars(user)["_unread"] = counted([*lists, unread])
    return counts


def wants_mail(user: User) -> bool:
    """Whether somebody wants reminders also by e-mail."""
    return Wish.objects.filter(person=user, by_mail=True).exists()
