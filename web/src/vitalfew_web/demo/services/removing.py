"""Taking the example company away: everything that was written with it, and nothing else. What was broken off goes on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vitalfew_web.access.models import Team, User
from vitalfew_web.access.services import change_person, remove_team
from vitalfew_web.accounts.models import Group
from vitalfew_web.accounts.services import change_account, delete_group, remove_accounts
from vitalfew_web.core.services import record
from vitalfew_web.demo import audit
from vitalfew_web.demo.choices import GROUPS, SOURCE, TEAMS
from vitalfew_web.demo.models import Company
from vitalfew_web.demo.selectors import customers_of, director, hanging_on, keeper, people, work_on
from vitalfew_web.demo.services.building import Heard, silent
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.services import undo_import
from vitalfew_web.grading.models import Scheme
from vitalfew_web.grading.services import remove_scheme
from vitalfew_web.work.services import forget_person

PART = 2_000
"""Customers that are removed in one transaction."""


class WorkedOn(Exception):
    """Somebody has worked with the example company; nothing was taken away. `work` says what, and how often."""

    def __init__(self, work: list[tuple[str, int]], own: list[str]) -> None:
        super().__init__(work, own)
        self.work = work
        self.own = own


def remove(*, held: Company, at: datetime, even_so: bool = False, heard: Heard = silent) -> User:
    """Take it away whole; gives who manages people from now on. The audit keeps that it was here.

    Raises WorkedOn where people did something with it or customers of one's own hang on it. With `even_so` what was
    done with it goes too; customers of one's own stay, without an owner or relation that was the example's.
    """
    if held.leaving_at is None:
        work, own = work_on(held), [f"{one.number} {one.name}" for one in hanging_on(held)]
        if (work or own) and not even_so:
            raise WorkedOn(work, own)
        held.leaving_at = at
        held.save(update_fields=["leaving_at"])
    _let_own_ones_go(held, at)
    _remove_grading(held, at)
    _remove_customers(held, at, heard)
    _undo_imports(held, at, heard)
    left = _remove_people(at)
    _end(held, left, at)
    return left


@transaction.atomic
def _end(held: Company, by: User, at: datetime) -> None:
    held.removed_at = at
    held.save(update_fields=["removed_at"])
    record(action=audit.REMOVED, of=held, by=by, at=at, before={"customers": held.customers})


def _let_own_ones_go(held: Company, at: datetime) -> None:
    """Customers of one's own stay, and lose what was the example's."""
    theirs = set(people().values_list("pk", flat=True))
    demo = customers_of(held)
    for account in hanging_on(held):
        fields = {
            name: None
            for name, hangs in (
                ("owner", account.owner_id in theirs),
                ("parent", demo.filter(children=account).exists()),
                ("introduced_by", demo.filter(brought=account).exists()),
            )
            if hangs
        }
        change_account(account=account, fields=fields, version=account.version, by=director(), at=at)


def _remove_grading(held: Company, at: datetime) -> None:
    for scheme in Scheme.objects.filter(opened_at=held.built_at):
        remove_scheme(scheme=scheme, by=director(), at=at)


def _remove_customers(held: Company, at: datetime, heard: Heard) -> None:
    names = [name for name, *_ in GROUPS]
    for group in Group.objects.filter(owner__in=people(), name__in=names).select_related("owner"):
        delete_group(group=group, by=group.owner, at=at)
    gone = 0
    while keys := list(customers_of(held).order_by("-pk").values_list("pk", flat=True)[:PART]):
        remove_accounts(keys=keys, by=director(), at=at)
        gone += len(keys)
        heard(f"{gone:,} customers removed")


def _undo_imports(held: Company, at: datetime, heard: Heard) -> None:
    """The facts without it. Its imports are no longer in the list of imports, which is for one's own."""
    batches = ImportBatch.objects.filter(source=SOURCE, at=held.built_at)
    for batch in batches.filter(status=Status.DONE):
        heard(f"taking {batch.table} out of the facts")
        undo_import(batch=batch, by=director(), at=at)
    batches.delete()


@transaction.atomic
def _remove_people(at: datetime) -> User:
    """Nobody of it may log in any more but who is needed to manage people; as the audit names them their names stay."""
    left, by = keeper(), director()
    for person in people().filter(is_active=True).exclude(pk__in=[left.pk]):
        forget_person(person=person)
        change_person(person=person, fields={"is_active": False, "roles": [], "team": None}, by=left, at=at)
    if left in people():
        change_person(person=left, fields={"team": None}, by=by, at=at)
    for name in reversed(TEAMS):
        team = Team.objects.filter(name=name).first()
        if team and not team.people.exists() and not team.children.exists():
            remove_team(team=team, by=left, at=at)
    return left
