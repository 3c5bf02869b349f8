"""Reading people, and what they see."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import Sight, User


def asking(request: HttpRequest) -> User:
    """Who asks; only behind a login."""
    return cast("User", request.user)


def owners_seen_by(user: User) -> QuerySet[Sight, Any] | list[int] | None:
    """The owners whose customers somebody sees, as a subquery; None stands for all.

    Of whom only the own ones are seen is named by key: a database finds one owner's customers in order by an index.
    """
    if user.reach is Reach.ALL:
        return None
    return [user.pk] if user.reach is Reach.OWN else Sight.objects.filter(viewer=user).values("owner")


def colleagues_of(user: User) -> QuerySet[User]:
    """Active people whom somebody may name as an owner: those whose customers the person sees."""
    seen = owners_seen_by(user)
    people = User.objects.filter(is_active=True).order_by("name", "id")
    return people if seen is None else people.filter(pk__in=seen)


def everybody() -> QuerySet[User]:
    """All people, those who are locked out last; for who may manage them."""
    return User.objects.select_related("team").prefetch_related("roles").order_by("-is_active", "name", "id")
