"""Reading people, what they see, their roles, teams and sessions."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any, cast

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import Login, Role, Sight, Team, Token, User
from vitalfew_web.access.rules import Held, digest_of, in_tree
from vitalfew_web.core.registries import FRAME, PERMISSIONS, SCOPES


def asking(request: HttpRequest) -> User:
    """Who asks; only behind a login."""
    return cast("User", request.user)


def logged_in(key: int) -> User | None:
    """Who is logged in, with all that their roles give, by one question to the database: every page begins with it."""
    rows: list[Any] = list(
        User.objects.filter(pk=key).annotate(role_reach=F("roles__reach"), role_permissions=F("roles__permissions"))
    )
    if not rows:
        return None
    person: User = rows[0]
    person.held = [Held(row.role_reach, frozenset(row.role_permissions)) for row in rows if row.role_reach]
    return person


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


def roles() -> QuerySet[Role, Any]:
    """All roles with how many people have each, for who may manage people."""
    return Role.objects.annotate(holders=Count("people", filter=Q(people__is_active=True))).order_by("name")


def teams() -> list[Team]:
    """All teams in the order of their tree, each with its `depth`, its head and how many `members` it has."""
    counted = Team.objects.select_related("head", "parent")
    found = {
        one.pk: one
        for one in counted.annotate(members=Count("people", filter=Q(people__is_active=True))).order_by("name")
    }
    tree = in_tree({one.pk: one.parent_id for one in found.values()})
    for team, depth in tree:
        found[team].depth = depth  # type: ignore[attr-defined]  # for the page alone
    return [found[team] for team, _depth in tree]


def possible_heads() -> QuerySet[User]:
    """Active people whose roles let them see more than the own customers."""
    return (
        User.objects.filter(is_active=True, roles__reach__in=[Reach.TEAM, Reach.ALL]).distinct().order_by("name", "id")
    )


def sessions_of(person: User, at: datetime) -> QuerySet[Login]:
    """The sessions with which somebody is logged in, the latest first."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    return Login.objects.filter(person=person, session__in=alive)


def tokens_of(person: User) -> QuerySet[Token]:
    """The tokens of somebody's programs, the newest first; also those whose last day is over."""
    return Token.objects.filter(person=person)


def token_of(person: User, key: int) -> Token:
    """One of the own tokens. Raises Token.DoesNotExist alike for others' tokens and for none."""
    return tokens_of(person).get(pk=key)


def token_known_by(secret: str, at: datetime) -> Token | None:
    """The token of a secret, with its person; None where there is none, it is over, or its person is locked out."""
    known = Token.objects.select_related("person").filter(digest=digest_of(secret), person__is_active=True)
    token = known.first()
    return token if token and token.ends_on >= timezone.localdate(at) else None


def scopes_for(person: User) -> dict[str, Any]:
    """Scope → what it allows, of those that somebody may give to a program of theirs."""
    return {name: scope.label for name, scope in SCOPES.items() if person.may(scope.permission)}


def areas() -> list[tuple[Any, dict[str, Any]]]:
    """All permissions with what they allow, by the part of the product that they are of."""
    found: dict[str, dict[str, Any]] = {}
    for name, label in PERMISSIONS.items():
        found.setdefault(name.partition(":")[0], {})[name] = label
    return [(_area(app), permissions) for app, permissions in found.items()]


def _area(app: str) -> Any:
    """What people call a part of the product: its place in the navigation, else its own name."""
    places = (place.label for place in FRAME.navigation if place.permission.startswith(f"{app}:"))
    return next(places, None) or apps.get_app_config(app).verbose_name


def holders_of(permission: str) -> list[User]:
    """Everybody who may log in and has a permission."""
    people = User.objects.filter(is_active=True).prefetch_related("roles").order_by("id")
    return [person for person in people if person.may(permission)]


def head_over(person: User) -> User | None:
    """Who leads the team of somebody; where that is they themself or nobody, who leads the team above it."""
    teams = {team.pk: team for team in Team.objects.select_related("head")}
    key, seen = person.team_id, set[int]()
    while key in teams and key not in seen:
        seen.add(key)
        head = teams[key].head
        if head is not None and head.is_active and head.pk != person.pk:
            return head
        key = teams[key].parent_id
    return None


def rights_of(user: User) -> str:
    """A digest of what somebody may do and whose customers they see: two that differ are other rights."""
    owners = owners_seen_by(user)
    seen = None if owners is None else sorted(each if isinstance(each, int) else each["owner"] for each in owners)
    permissions = sorted({each for role in user.held for each in role.permissions})
    return hashlib.sha256(json.dumps([user.is_active, permissions, seen]).encode()).hexdigest()


def person_of(key: int) -> User:
    """The person of a key that an event told of."""
    return User.objects.get(pk=key)
