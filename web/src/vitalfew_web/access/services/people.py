"""Adding and changing people, roles and teams, and ending sessions. Each change makes the access table anew in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access import audit
from vitalfew_web.access.events import PersonInvited
from vitalfew_web.access.models import (
    Login,
    Role,
    Sight,
    Team,
    User,
    as_recorded,
    role_as_recorded,
    team_as_recorded,
)
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.rules import Member, has_circle, sights
from vitalfew_web.access.services.tokens import end_tokens
from vitalfew_web.core.events import publish
from vitalfew_web.core.services import record


class Invitations(PasswordResetTokenGenerator):
    """Links with which somebody sets the first password: used up by that, after three days, and by a lock."""

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}"


INVITATIONS = Invitations()


@transaction.atomic
def add_person(
    *,
    email: str,
    name: str,
    password: str | None,
    roles: Collection[Role],
    team: Team | None = None,
    language: str = "en",
    time_zone: str = "UTC",
    by: User | None,
    at: datetime,
    link: Callable[[User], str] | None = None,
) -> User:
    """A person who may log in; without a password not before they have set one by their link, which goes to them."""
    person = User(email=email, name=name, team=team, language=language, time_zone=time_zone)
    if password is None:
        person.set_unusable_password()
    else:
        person.set_password(password)
    person.save()
    person.roles.set(roles)
    see_anew()
    record(action=audit.ADDED, of=person, by=by, at=at, after=as_recorded(person))
    if link and by:
        publish(PersonInvited(person.pk, link(person), by.name, at), at=at)
    return person


@transaction.atomic
def change_person(*, person: User, fields: Mapping[str, Any], by: User, at: datetime) -> User:
    """Another name, address, team, language, other roles, or locked out; at once, for all that is open.

    Who is locked out has no session and no token left. Refused: own roles, own team and own lock; taking the last person away who may
    manage people.
    """
    _lock_roles()
    held = User.objects.select_for_update().get(pk=person.pk)
    before = as_recorded(held)
    roles = fields.get("roles", held.roles.all())
    for name in set(fields) - {"roles"}:
        setattr(held, name, fields[name])
    if held.pk == by.pk and (not held.is_active or {role.name for role in roles} != {*before["roles"]}):
        raise ValidationError(_("Nobody changes the own roles or locks themself out. Ask a colleague."))
    if held.pk == by.pk and as_recorded(held)["team"] != before["team"]:
        raise ValidationError(_("Nobody puts themself into another team. Ask a colleague."))
    held.save()
    held.roles.set(roles)
    _settle()
    record(action=audit.CHANGED, of=held, by=by, at=at, before=before, after=as_recorded(held))
    if not held.is_active:
        end_sessions(person=held, by=by, at=at)
        end_tokens(person=held, by=by, at=at)
    return held


def _settle() -> None:
    """After rights have changed: refuse to be without anybody who may manage people, then write the access table."""
    if not manager_left():
        raise ValidationError(_("Somebody must be left who may manage people."))
    see_anew()


def _lock_roles() -> None:
    """Let one change of rights happen after another: two that each look harmless could leave no manager."""
    list(Role.objects.select_for_update().order_by("pk"))


def manager_left() -> bool:
    """Whether somebody who may log in may manage people."""
    people = User.objects.filter(is_active=True).prefetch_related("roles")
    return any(person.may(MANAGE) for person in people)


@transaction.atomic
def prefer(*, person: User, language: str, time_zone: str, theme: str, at: datetime) -> None:
    """What somebody sets for themself."""
    person = User.objects.select_for_update().get(pk=person.pk)
    before = as_recorded(person)
    person.language, person.time_zone, person.theme = language, time_zone, theme
    person.save(update_fields=["language", "time_zone", "theme"])
    record(action=audit.PREFERRED, of=person, by=person, at=at, before=before, after=as_recorded(person))


@transaction.atomic
def see_anew() -> None:
    """Write the access table: only the pairs that came or went."""
    people = User.objects.filter(is_active=True).prefetch_related("roles")
    heads: dict[int | None, set[int]] = {}
    for team, head in Team.objects.values_list("pk", "head_id"):
        heads.setdefault(head, set()).add(team)
    members = [Member(one.pk, one.team_id, one.reach, frozenset(heads.get(one.pk, ()))) for one in people]
    wanted = sights(members, dict(Team.objects.values_list("id", "parent_id")))
    known = {(one.viewer_id, one.owner_id): one.pk for one in Sight.objects.all()}
    Sight.objects.filter(pk__in=[key for pair, key in known.items() if pair not in wanted]).delete()
    Sight.objects.bulk_create(Sight(viewer_id=viewer, owner_id=owner) for viewer, owner in sorted(wanted - {*known}))


# Roles


@transaction.atomic
def add_role(*, name: str, permissions: Collection[str], reach: str, by: User, at: datetime) -> Role:
    """A new set of permissions, which nobody has yet. Refused: a name that is taken."""
    role = Role(name=name, permissions=sorted(permissions), reach=reach)
    role.full_clean(exclude=["permissions"])
    role.save()
    record(action=audit.ROLE_ADDED, of=role, by=by, at=at, after=role_as_recorded(role))
    return role


@transaction.atomic
def change_role(*, role: Role, fields: Mapping[str, Any], by: User, at: datetime) -> Role:
    """Another name, other permissions or another reach; at once, for all who have it.

    Refused: other permissions or another reach of a role that `by` has; leaving nobody who may manage people.
    """
    _lock_roles()
    held = Role.objects.get(pk=role.pk)
    before = role_as_recorded(held)
    for name, value in fields.items():
        setattr(held, name, sorted(value) if name == "permissions" else value)
    after = role_as_recorded(held)
    is_more_than_a_name = {**before, "name": ""} != {**after, "name": ""}
    if is_more_than_a_name and held.people.filter(pk=by.pk).exists():
        raise ValidationError(_("You have this role yourself, and nobody changes what they may. Ask a colleague."))
    held.full_clean(exclude=["permissions"])
    held.save()
    _settle()
    if before != after:
        record(action=audit.ROLE_CHANGED, of=held, by=by, at=at, before=before, after=after)
    return held


@transaction.atomic
def remove_role(*, role: Role, by: User, at: datetime) -> None:
    """Away with a role. Refused: while somebody has it."""
    _lock_roles()
    held = Role.objects.get(pk=role.pk)
    if held.people.exists():
        raise ValidationError(_("Somebody has this role. Take it from everybody first."))
    record(action=audit.ROLE_REMOVED, of=held, by=by, at=at, before=role_as_recorded(held))
    held.delete()


# Teams


@transaction.atomic
def add_team(*, name: str, parent: Team | None, head: User | None, by: User, at: datetime) -> Team:
    """A new team, without people yet. Refused: a name that is taken, oneself as head."""
    team = Team(name=name, parent=parent, head=head)
    _refuse_own_head(team, None, by)
    team.full_clean()
    team.save()
    see_anew()
    record(action=audit.TEAM_ADDED, of=team, by=by, at=at, after=team_as_recorded(team))
    return team


@transaction.atomic
def change_team(*, team: Team, fields: Mapping[str, Any], by: User, at: datetime) -> Team:
    """Another name, place in the tree or head; whoever leads sees other customers at once.

    Refused: a place below itself; oneself as head.
    """
    # All of them: of two moves that each make no circle both together could make one.
    teams = {each.pk: each for each in Team.objects.select_for_update().order_by("pk")}
    held = teams[team.pk]
    before, head = team_as_recorded(held), held.head_id
    for name, value in fields.items():
        setattr(held, name, value)
    _refuse_own_head(held, head, by)
    if has_circle({key: each.parent_id for key, each in teams.items()}):
        raise ValidationError({"parent": _("A team cannot be part of itself or of a team below it.")})
    held.full_clean()
    held.save()
    see_anew()
    after = team_as_recorded(held)
    if before != after:
        record(action=audit.TEAM_CHANGED, of=held, by=by, at=at, before=before, after=after)
    return held


def _refuse_own_head(team: Team, head: int | None, by: User) -> None:
    if team.head_id == by.pk and head != by.pk:
        raise ValidationError({"head": _("Nobody makes themself the head of a team. Ask a colleague.")})


@transaction.atomic
def remove_team(*, team: Team, by: User, at: datetime) -> None:
    """Away with a team. Refused: while people or teams are in it."""
    held = Team.objects.select_for_update().get(pk=team.pk)
    if held.people.exists() or held.children.exists():
        raise ValidationError(_("People or teams are in it. Move them first."))
    record(action=audit.TEAM_REMOVED, of=held, by=by, at=at, before=team_as_recorded(held))
    held.delete()
    see_anew()


# Sessions


def note_login(*, person: User, session: str, address: str, agent: str, at: datetime) -> None:
    """Keep that somebody is there with a new session."""
    Login.objects.update_or_create(
        session=session,
        defaults={"person": person, "since": at, "seen_at": at, "address": address, "agent": agent[:200]},
    )


def note_presence(*, session: str, address: str, at: datetime) -> None:
    """Keep that a session was used."""
    Login.objects.filter(session=session, seen_at__lt=at).update(seen_at=at, address=address)


@transaction.atomic
def end_sessions(*, person: User, by: User, at: datetime, spare: str = "", only: int | None = None) -> int:
    """End the sessions of somebody at once: all but the one to spare, or a single one; gives how many."""
    logins = Login.objects.filter(person=person).exclude(session=spare)
    if only is not None:
        logins = logins.filter(pk=only)
    keys = list(logins.values_list("session", flat=True))
    if keys:
        Session.objects.filter(session_key__in=keys).delete()
        logins.delete()
        told = {"sessions": len(keys)}
        record(action=audit.SESSIONS_ENDED, of=person, by=by, at=at, before=told, after={"sessions": 0})
    return len(keys)


@transaction.atomic
def password_changed(*, person: User, spare: str, at: datetime) -> None:
    """After somebody set another password: no other session goes on."""
    end_sessions(person=person, by=person, at=at, spare=spare)
    record(action=audit.PASSWORD_CHANGED, of=person, by=person, at=at)


def forget_sessions(at: datetime) -> None:
    """Drop the sessions that are over."""
    Session.objects.filter(expire_date__lt=at).delete()
    Login.objects.exclude(session__in=Session.objects.values("session_key")).delete()
