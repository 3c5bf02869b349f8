"""Telling people something."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.work.models import Notification, Wish


@transaction.atomic
def notify(
    *, person: User, occasion: str, title: str, url: str, at: datetime, text: str = "", icon: str = "bell"
) -> bool:
    """Tell somebody something, in their own language; False where they were told of this occasion before."""
    known = Notification.objects.get_or_create(
        person=person,
        occasion=occasion,
        defaults={"title": title[:240], "text": text[:400], "url": url, "icon": icon, "at": at},
    )
    return known[1]


def mark_read(*, person: User, at: datetime, only: int | None = None) -> int:
    """Somebody has read what they were told, all of it or one; gives how much was new to them."""
    unread = Notification.objects.filter(person=person, read_at__isnull=True)
    return (unread.filter(pk=only) if only else unread).update(read_at=at)


def wish(*, person: User, by_mail: bool) -> None:
    """How somebody wants to be told from now on."""
    Wish.objects.update_or_create(person=person, defaults={"by_mail": by_mail})
