"""Reading notifications: everybody their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.db.models import QuerySet

from vitalfew_web.access.models import User
from vitalfew_web.core.listing import Rows, counted, counted_where_few
from vitalfew_web.work.models import Notification, Wish


def notifications_for(user: User) -> QuerySet[Notification]:
    """What somebody was told, the newest first."""
    return Notification.objects.filter(person=user)


def unread_of(user: User) -> int:
    """How much of it they have not read yet. Asked for once a page."""
    kept = vars(user)
    if "_unread" not in kept:
        [kept["_unread"]] = counted([_unread_of(user)])
    return cast("int", kept["_unread"])


def counted_for(user: User, lists: Sequence[Rows], parts: Sequence[Rows] = ()) -> tuple[list[int], list[int | None]]:
    """How many rows each of some lists has, and parts of the first where it has few (core's `counted_where_few`).

    The same question counts what is unread, so that the bell asks none.
    """
    (*counts, vars(user)["_unread"]), of_parts = counted_where_few([*lists, _unread_of(user)], parts)
    return counts, of_parts


def _unread_of(user: User) -> QuerySet[Notification]:
    return notifications_for(user).filter(read_at__isnull=True)


def wants_mail(user: User) -> bool:
    """Whether somebody wants reminders also by e-mail."""
    return Wish.objects.filter(person=user, by_mail=True).exists()
