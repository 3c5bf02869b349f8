"""The people of the example company: roles, teams and who works there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from django.db import transaction

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person, change_person, change_team
from vitalfew_web.demo.choices import ADDRESSES, ADMINISTRATOR, HEADS, PASSWORD, PEOPLE, ROLES, TEAMS, Colleague


@transaction.atomic
def people_of(at: datetime) -> Mapping[str, User]:
    """Everybody in their teams; who was there before and locked out comes back."""
    roles = {name: _role(name) for name in ROLES}
    teams: dict[str, Team] = {}
    for name, parent in TEAMS.items():
        teams[name] = Team.objects.get_or_create(name=name, defaults={"parent": teams.get(parent or "")})[0]
    people = {one.key: _person(one, roles[one.role], teams[one.team], at) for one in PEOPLE}
    for team, head in HEADS.items():
        if teams[team].head_id != people[head].pk:
            change_team(team=teams[team], fields={"head": people[head]}, by=people[ADMINISTRATOR], at=at)
    return people


def _person(one: Colleague, role: Role, team: Team, at: datetime) -> User:
    held = User.objects.filter(email=ADDRESSES[one.key]).first()
    if held is None:
        add = partial(add_person, language=one.language, time_zone=one.time_zone, team=team, roles=[role])
        return add(email=ADDRESSES[one.key], name=one.name, password=PASSWORD, by=None, at=at)
    if held.is_active and held.team_id == team.pk:
        return held
    by = next(user for user in User.objects.filter(is_active=True).order_by("pk") if user.pk != held.pk)
    return change_person(person=held, fields={"is_active": True, "roles": [role], "team": team}, by=by, at=at)


def _role(name: str) -> Role:
    job = ROLES[name]
    wanted = {"permissions": list(job.permissions), "reach": job.reach}
    return Role.objects.get_or_create(name=name, defaults=wanted)[0]
