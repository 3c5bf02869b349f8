"""Adding and changing people. Each change makes the access table anew in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access import audit
from vitalfew_web.access.models import Role, Sight, Team, User, as_recorded
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.rules import Member, sights
from vitalfew_web.core.services import record


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
) -> User:
    """A person who may log in; without a password not before they have set one by their link."""
    person = User(email=email, name=name, team=team, language=language, time_zone=time_zone)
    if password is None:
        person.set_unusable_password()
    else:
        person.set_password(password)
    person.save()
    person.roles.set(roles)
    see_anew()
    record(action=audit.ADDED, of=person, by=by, at=at, after=as_recorded(person))
    return person


@transaction.atomic
def change_person(*, person: User, fields: Mapping[str, Any], by: User, at: datetime) -> User:
    """Another name, address, team, language, other roles, or locked out; at once, for all that is open.

    Refused: own roles and own lock; taking the last person away who may manage people.
    """
    held = User.objects.select_for_update().get(pk=person.pk)
    before = as_recorded(held)
    roles = fields.get("roles", held.roles.all())
    for name in set(fields) - {"roles"}:
        setattr(held, name, fields[name])
    if held.pk == by.pk and (not held.is_active or {role.name for role in roles} != {*before["roles"]}):
        raise ValidationError(_("Nobody changes the own roles or locks themself out. Ask a colleague."))
    held.save()
    held.roles.set(roles)
    if not manager_left():
        raise ValidationError(_("Somebody must be left who may manage people."))
    see_anew()
    record(action=audit.CHANGED, of=held, by=by, at=at, before=before, after=as_recorded(held))
    return held


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
    members = [Member(one.pk, one.team_id, one.reach) for one in people]
    wanted = sights(members, dict(Team.objects.values_list("id", "parent_id")))
    known = {(one.viewer_id, one.owner_id): one.pk for one in Sight.objects.all()}
    Sight.objects.filter(pk__in=[key for pair, key in known.items() if pair not in wanted]).delete()
    Sight.objects.bulk_create(Sight(viewer_id=viewer, owner_id=owner) for viewer, owner in sorted(wanted - {*known}))
