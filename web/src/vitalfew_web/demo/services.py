"""Building the example company."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.services import open_account
from vitalfew_web.demo.choices import PEOPLE, ROLES, TEAMS
from vitalfew_web.demo.rules import invented

HOST = "example.com"
PASSWORD = "vital-few-demo"  # noqa: S105  (a login to look at invented data with)


@transaction.atomic
def build(*, customers: int, at: datetime) -> Mapping[str, User]:
    """Roles, teams, people and customers; key of a person → the person. All of it, or nothing."""
    roles = {name: _role(name) for name in ROLES}
    teams: dict[str, Team] = {}
    for name, parent in TEAMS.items():
        teams[name] = Team.objects.create(name=name, parent=teams[parent] if parent else None)
    people = {
        one.key: add_person(
            email=f"{one.key}@{HOST}",
            name=one.name,
            password=PASSWORD,
            roles=[roles[one.role]],
            team=teams[one.team],
            language=one.language,
            time_zone=one.time_zone,
            by=None,
            at=at,
        )
        for one in PEOPLE
    }
    for owner, fields in invented(customers):
        open_account(fields=fields, by=people[owner], at=at)
    return people


def _role(name: str) -> Role:
    job = ROLES[name]
    return Role.objects.create(name=name, permissions=list(job.permissions), reach=job.reach)
