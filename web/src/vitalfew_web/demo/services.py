"""Building the example company, through the services alone that people use."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.db import transaction

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person, change_team
from vitalfew_web.accounts.choices import Origin, Purpose
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.accounts.services import add_contact, add_to_group, make_group, note_item, open_account
from vitalfew_web.demo.choices import HEADS, PEOPLE, ROLES, SCRIPTS, TEAMS, Script
from vitalfew_web.demo.lists import save_views
from vitalfew_web.demo.rules import Row, in_order, opened, people_at, relations, told_in_scripts, with_own_names
from vitalfew_web.facts.services import import_files, write_sample
from vitalfew_web.grading.services import open_scheme, publish_version, start_run

if TYPE_CHECKING:
    from vitalfew_web.accounts.models import Account

HOST = "example.com"
PASSWORD = "vital-few-demo"  # noqa: S105  (a login to look at invented data with)
SOURCE = "demo"
"""Where its facts come from, as imports name it."""


def build(*, customers: int, at: datetime) -> Mapping[str, User]:
    """People, customers and three years of facts; key of a person → the person."""
    with TemporaryDirectory() as folder:
        files, rows = _written(Path(folder), customers, at)
        people = settle(rows, at=at)
        import_files(files=files.items(), source=SOURCE, by=people["maria.ortiz"], at=at)
    save_views(people=people, at=at)
    grade(by=people["gao.ming"], at=at)
    return people


def grade(*, by: User, at: datetime) -> None:
    """A scheme that is published, and a run of it, which the worker takes up."""
    scheme = open_scheme(name="Key accounts", template="key_accounts", by=by, at=at)
    publish_version(version=scheme.versions.get(), by=by, at=at)
    start_run(scheme=scheme, by=by, at=at)


def _written(folder: Path, customers: int, at: datetime) -> tuple[dict[str, Path], list[tuple[Script, Row]]]:
    """The files of facts, and the customers, each in the language of its place; their file says the same."""
    last_day = at.date() - timedelta(days=1)
    files = {
        script.language: write_sample(
            folder / script.language, customers=customers, language=script.language, last_day=last_day
        )
        for script in SCRIPTS
    }
    told = {language: _read(each["customers"]) for language, each in files.items()}
    rows = with_own_names(list(told_in_scripts(told)))
    taken = files[SCRIPTS[0].language]
    _write(taken["customers"], [row for _, row in rows])
    return {table: file for table, file in taken.items() if _has_rows(file)}, rows


def _has_rows(file: Path) -> bool:
    """A small company may have nothing in a table but its head."""
    with file.open("rb") as lines:
        return sum(1 for _ in islice(lines, 2)) == 2


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def _write(file: Path, rows: Sequence[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@transaction.atomic
def settle(rows: Sequence[tuple[Script, Row]], *, at: datetime) -> Mapping[str, User]:
    """Roles, teams, people and customers. All of it, or nothing."""
    people = _people(at)
    accounts: dict[str, Account] = {}
    told = {row["customer_id"]: (script, row) for script, row in rows}
    for number in in_order(row for _, row in rows):
        script, row = told[number]
        owner, fields = opened(script, row)
        related = {name: accounts.get(other) for name, other in relations(row).items()}
        accounts[number] = open_account(
            fields={**fields, **related, "owner": people[owner]}, by=people["gao.ming"], at=at
        )
        if len(accounts) % 6 == 1:
            _people_at(accounts[number], script, by=people[owner], at=at)
    _group(people["lin.yue"], at)
    return people


def _people_at(account: Account, script: Script, *, by: User, at: datetime) -> None:
    for fields, items in people_at(script, account.number):
        contact = add_contact(account=account, fields=fields, by=by, at=at)
        for item, value in items.items():
            origin, purpose = Origin.SELF, Purpose.MEETING
            note_item(contact=contact, item=item, value=value, origin=origin, purpose=purpose, by=by, at=at)


def _group(by: User, at: datetime) -> None:
    """Two groups to look at: one that a lead shares, one of her own."""
    seen = list(accounts_for(by).order_by("id").values_list("pk", flat=True)[:40])
    for name, colour, shared, part in (("Fair 2026", "teal", True, 3), ("Win back", "amber", False, 5)):
        group = make_group(fields={"name": name, "colour": colour, "shared": shared}, by=by, at=at)
        add_to_group(group=group, accounts=seen[::part], by=by, at=at)


def _people(at: datetime) -> Mapping[str, User]:
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
    for team, head in HEADS.items():
        change_team(team=teams[team], fields={"head": people[head]}, by=people["admin"], at=at)
    return people


def _role(name: str) -> Role:
    job = ROLES[name]
    return Role.objects.create(name=name, permissions=list(job.permissions), reach=job.reach)
