"""Building the example company, through the services alone that people use. What was broken off goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.accounts.choices import Origin, Purpose
from vitalfew_web.accounts.models import Account, Group
from vitalfew_web.accounts.selectors import accounts_for, keys_of
from vitalfew_web.accounts.services import Told, add_contact, add_to_group, make_group, note_item, take_over
from vitalfew_web.core.services import record
from vitalfew_web.demo import audit
from vitalfew_web.demo.choices import (
    ADMINISTRATOR,
    ANALYST,
    DIRECTOR,
    GROUPS,
    HEADS,
    SOURCE,
    Script,
)
from vitalfew_web.demo.lists import save_views
from vitalfew_web.demo.models import Company
from vitalfew_web.demo.rules import (
    Row,
    in_parts,
    opened,
    people_at,
    relations,
)
from vitalfew_web.demo.services.people import people_of
from vitalfew_web.demo.services.sampling import written
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.services import import_files
from vitalfew_web.grading.models import Scheme
from vitalfew_web.grading.services import open_scheme, publish_version, start_run

PART = 5_000
"""Customers that are written in one transaction."""

WITH_PEOPLE = 3_000
"""So many customers from the first on may have people; a larger company is there to be measured, not read."""

SCHEME = "Key accounts"

Heard = Callable[[str], None]
"""Hears in words how far it is."""


def silent(_text: str) -> None:
    """Tells nobody."""


def build(*, customers: int, at: datetime, heard: Heard = silent) -> Mapping[str, User]:
    """People, customers and three years of facts; key of a person → the person. One that was broken off is ended first."""
    held = Company.objects.filter(whole=False, removed_at=None).first()
    if held is None:
        held = Company.objects.create(built_at=at, customers=customers)
    at = held.built_at
    with TemporaryDirectory() as folder:
        heard("writing the facts of the sample")
        customers_told, files = written(Path(folder), held.customers, at)
        people = settle(customers_told, at=at, heard=heard)
        _take_in(files, people[ANALYST], at, heard)
    save_views(people=people, at=at)
    grade(by=people[DIRECTOR], at=at)
    _end(held, people[ADMINISTRATOR], at)
    return people


@transaction.atomic
def _end(held: Company, by: User, at: datetime) -> None:
    held.whole = True
    held.save(update_fields=["whole"])
    record(action=audit.BUILT, of=held, by=by, at=at, after={"customers": held.customers})


def _take_in(files: Iterable[tuple[str, Path]], by: User, at: datetime, heard: Heard) -> None:
    done = set(ImportBatch.objects.filter(source=SOURCE, at=at).values_list("table", "file_name"))
    for table, file in files:
        if (table, file.name) not in done:
            heard(f"taking in {table}, {file.stat().st_size / 1e6:,.0f} MB")
            import_files(files=[(table, file)], source=SOURCE, by=by, at=at)


def grade(*, by: User, at: datetime) -> None:
    """A scheme that is published, and a run of it, which the worker takes up."""
    if Scheme.objects.filter(opened_at=at).exists():
        return
    scheme = open_scheme(name=_free_name(), template="key_accounts", by=by, at=at)
    publish_version(version=scheme.versions.get(), by=by, at=at)
    start_run(scheme=scheme, by=by, at=at)


def _free_name() -> str:
    taken = set(Scheme.objects.filter(name__startswith=SCHEME).values_list("name", flat=True))
    return next(name for name in (SCHEME, *(f"{SCHEME} {n}" for n in range(2, len(taken) + 3))) if name not in taken)


def settle(rows: Iterable[tuple[Script, Row]], *, at: datetime, heard: Heard = silent) -> Mapping[str, User]:
    """Roles, teams, people and customers. Each part of the customers goes in whole or not at all."""
    people = people_of(at)
    done = 0
    for part in in_parts(rows, PART):
        _open(part, people, at)
        if done < WITH_PEOPLE:
            _people_at(part[: WITH_PEOPLE - done], people, at)
        done += len(part)
        heard(f"{done:,} customers")
    _group(people[HEADS["East"]], at)
    return people


def _open(part: Sequence[tuple[Script, Row]], people: Mapping[str, User], at: datetime) -> None:
    """Customers as an import opens them; those that are there stay as they are."""
    introducers = keys_of([row["introduced_by"] for _, row in part if row["introduced_by"]])
    told = []
    for script, row in part:
        owner, fields = opened(script, row)
        related = relations(row)
        if "introduced_by" in related:
            fields["introduced_by"] = introducers[related["introduced_by"]]
        if "parent" in related:
            fields["parent"] = related["parent"]
        told.append(Told(row["customer_id"], row["customer_id"], {**fields, "owner": people[owner].pk}))
    for each in take_over(rows=told, by=people[DIRECTOR], at=at):
        assert not each.problem, f"{each.key}: {each.problem}"


@transaction.atomic
def _people_at(part: Sequence[tuple[Script, Row]], people: Mapping[str, User], at: datetime) -> None:
    """The people at every sixth customer."""
    scripts = {row["customer_id"]: script for script, row in part[::6]}
    accounts = Account.objects.filter(number__in=scripts, contacts__isnull=True).select_related("owner").order_by("pk")
    by_key = {user.pk: user for user in people.values()}
    for account in accounts:
        assert account.owner_id, "everybody has an owner"
        _add_people(account, scripts[account.number], by=by_key[account.owner_id], at=at)


def _add_people(account: Account, script: Script, *, by: User, at: datetime) -> None:
    for fields, items in people_at(script, account.number):
        contact = add_contact(account=account, fields=fields, by=by, at=at)
        for item, value in items.items():
            origin, purpose = Origin.SELF, Purpose.MEETING
            note_item(contact=contact, item=item, value=value, origin=origin, purpose=purpose, by=by, at=at)


def _group(by: User, at: datetime) -> None:
    """Two groups to look at: one that a lead shares, one of her own."""
    seen = list(accounts_for(by).order_by("id").values_list("pk", flat=True)[:40])
    known = set(Group.objects.filter(owner=by).values_list("name", flat=True))
    for name, colour, shared, part in GROUPS:
        if name not in known:
            group = make_group(fields={"name": name, "colour": colour, "shared": shared}, by=by, at=at)
            add_to_group(group=group, accounts=seen[::part], by=by, at=at)
