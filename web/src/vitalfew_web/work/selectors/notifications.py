"""Reading notifications: everybody their own."""

from __future__ import annotations

from django.db.models import QuerySet

from vitalfew_web.access.models import User
from vitalfew_web.work.models import Notification, Wish


def notifications_for(user: User) -> QuerySet[Notification]:
    """What somebody was told, the newest first."""
    return Notification.objects.filter(person=user)


def unread_of(user: User) -> int:
    """How much of it they have not read yet; beyond 100 it makes no difference."""
    return notifications_for(user).filter(read_at__isnull=True).order_by()[:100].count()


def wants_mail(user: User) -> bool:
    """Whether somebody wants reminders also by e-mail."""
    return Wish.objects.filter(person=user, by_mail=True).exists()
