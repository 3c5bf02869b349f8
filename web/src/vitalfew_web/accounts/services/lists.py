"""Lists of customers, as an import brings them, and what takes them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import WRITTEN, Account, Accounts, Contact, as_recorded
from vitalfew_web.accounts.permissions import ASSIGN
from vitalfew_web.accounts.rules import makes_circle, next_number
from vitalfew_web.accounts.selectors import accounts_for, numbers_of
from vitalfew_web.accounts.services.accounts import (
    NUMBERS_AND_GROUPS,
    free_number,
    keep_themselves,
    one_phone,
    parent_of,
    tokens_for,
)
from vitalfew_web.core.rules import changes
from vitalfew_web.core.services import Entry, alone, record_many

BATCH = 1_000
"""Rows that are asked for or written in one statement."""


@dataclass(frozen=True)
class Told:
    """What a list says of one customer: `key` is what the list calls it, `number` empty where it is to get the next.

    `fields` holds what the list knows; the owner by key, the parent by number. Of a customer that is there already
    they are the fields that change; what the list leaves empty stays.
    """

    key: str
    number: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class TakenOver:
    """What became of it: the customer, its changed fields before and after. `problem` says why nothing did."""

    key: str
    account: Account
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    problem: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the customer was opened."""
        return not self.before and bool(self.after)

    @property
    def is_changed(self) -> bool:
        """Whether a customer that was there was changed."""
        return bool(self.before)


def would_take_over(*, rows: Sequence[Told], by: User, at: datetime) -> list[TakenOver]:
    """What `take_over` would do. Writes nothing."""
    return _planned(rows, accounts_for(by), by=by, at=at)


@transaction.atomic
def take_over(*, rows: Sequence[Told], by: User, at: datetime) -> list[TakenOver]:
    """Open and change many customers, as a list says: all that have no problem, in one transaction.

    A customer is found by its number, whatever its case; a list that comes again changes nothing. Problems: a number
    that somebody else's customer has, a row that stands twice, a value that no such field can hold.
    """
    alone(NUMBERS_AND_GROUPS)
    planned = _planned(rows, accounts_for(by).select_for_update(of=("self",)), by=by, at=at)
    new, changed = [each for each in planned if each.is_new], [each for each in planned if each.is_changed]
    number = ""
    for each in new:
        if not each.account.number:
            number = each.account.number = _number_after(number)
            each.after["number"] = number  # type: ignore[index]  # of this plan alone
    for each in (*new, *changed):
        each.account.tokens = tokens_for(each.account)
    for each in changed:
        each.account.version, each.account.changed_at = each.account.version + 1, at
    Account.objects.bulk_create([each.account for each in new], batch_size=BATCH)
    _write([each.account for each in changed])
    keep_themselves((each.account for each in (*new, *changed)), at)
    record_many(
        entries=[
            *(Entry(audit.OPENED_BY_IMPORT, each.account, {}, each.after) for each in new),
            *(Entry(audit.CHANGED_BY_IMPORT, each.account, each.before, each.after) for each in changed),
        ],
        by=by,
        at=at,
    )
    return planned


@dataclass(frozen=True)
class TakenBack:
    """What an undone import left: customers removed, put back, and kept because somebody worked with them since."""

    removed: int
    restored: int
    kept: int


@transaction.atomic
def take_back(
    *, done: Sequence[tuple[int, Mapping[str, Any], Mapping[str, Any]]], by: User | None, at: datetime
) -> TakenBack:
    """Undo what `take_over` did, given as (key of the customer, before, after).

    A field is put back where it still holds what was written; a new customer is removed where nothing else happened
    to it since. Whatever people changed later stays.
    """
    alone(NUMBERS_AND_GROUPS)
    held = Account.objects.select_for_update(of=("self",)).in_bulk([key for key, _was, _is in done])
    needed = _needed(held)
    gone, back, entries = [], [], []
    for key, before, after in done:
        account = held.get(key)
        if account is None:
            continue
        now = as_recorded(account)
        same = [name for name, value in after.items() if now.get(name) == value]
        if not before and len(same) == len(after) and account.version == 1 and key not in needed:
            gone.append(account)
            entries.append(Entry(audit.TAKEN_BACK, account, {name: value for name, value in now.items() if value}))
        elif before and same:
            _set(account, {name: before[name] for name in same})
            account.version, account.changed_at, account.tokens = account.version + 1, at, tokens_for(account)
            back.append(account)
            entries.append(Entry(audit.PUT_BACK, account, now, as_recorded(account)))
    record_many(entries=entries, by=by, at=at)
    _write(back)
    _remove(gone)
    return TakenBack(removed=len(gone), restored=len(back), kept=len(done) - len(gone) - len(back))


def _needed(held: Mapping[int, Account]) -> set[int]:
    """The customers that anything points to, other than one of themselves."""
    found: set[int] = set()
    for relation in Account._meta.related_objects:
        name = relation.field.attname
        for begin in range(0, len(held), BATCH):
            part = sorted(held)[begin : begin + BATCH]
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": part})  # noqa: SLF001  (Django's own)
            if relation.related_model is Contact:
                # A person's contact for what is personal comes and goes with the person; what is known of it stays.
                rows = rows.filter(Q(itself=False) | Q(items__isnull=False))
            pairs = rows.values_list("pk", name)
            found |= {target for key, target in pairs if relation.related_model is not Account or key not in held}
    return found


def _remove(accounts: Sequence[Account]) -> None:
    for begin in range(0, len(accounts), BATCH):
        rows = Account.objects.filter(pk__in=[account.pk for account in accounts[begin : begin + BATCH]])
        rows.update(parent=None, introduced_by=None)
    for begin in range(0, len(accounts), BATCH):
        Account.objects.filter(pk__in=[account.pk for account in accounts[begin : begin + BATCH]]).delete()


def _planned(rows: Sequence[Told], seen: Accounts, *, by: User, at: datetime) -> list[TakenOver]:
    """Each row beside the customer that it makes or changes; nothing is written."""
    held = _numbered(seen, [row.number for row in rows])
    parents = _numbered(accounts_for(by), [row.fields["parent"] for row in rows if row.fields.get("parent")])
    taken = numbers_of(None, [row.number for row in rows if row.number and row.number.lower() not in held])
    owners = set(colleagues_of(by).values_list("pk", flat=True)) if by.may(ASSIGN) else {by.pk}
    done: set[str] = set()
    planned = []
    for row in rows:
        number = row.number.lower()
        account = held.get(number) or Account(number=row.number, owner=by, opened_at=at, changed_at=at)
        before = as_recorded(account) if account.pk else {}
        problem = _("It stands twice in the list.") if number and number in done else ""
        if not account.pk and number in taken:
            problem = _("Somebody whose customers you do not see has this number.")
        problem = problem or _put(account, row.fields, owners, parents)
        done.add(number)
        planned.append(_compared(row.key, account, before, problem))
    return planned


def _compared(key: str, account: Account, before: Mapping[str, Any], problem: str) -> TakenOver:
    if problem:
        return TakenOver(key, account, {}, {}, problem)
    was, is_now = changes(before, as_recorded(account))
    if not before:
        is_now = {name: value for name, value in is_now.items() if value not in {None, ""}}
    return TakenOver(key, account, was if before else {}, is_now)


def _put(account: Account, fields: Mapping[str, Any], owners: set[int], parents: Mapping[str, Account]) -> str:
    """Put fields of a list into a customer; a sentence where one of them cannot be."""
    told = {name: value for name, value in fields.items() if value not in {None, ""}}
    owner = told.get("owner", account.owner_id)
    if owner != account.owner_id and owner not in owners:
        return _("You cannot give a customer to this person.")
    if "parent" in told:
        parent = parents.get(str(told["parent"]).lower())
        if parent is None:
            return _("There is no customer with the number {number} that it could belong to.").format(
                number=told["parent"]
            )
        if parent.pk == account.pk or (account.pk and makes_circle(account.pk, parent.pk, parent_of)):
            return _("A customer cannot belong to itself or to one of its own group.")
        told["parent"] = parent.pk
    _set(account, told)
    try:
        if told.get("phone"):
            account.phone = one_phone(account.phone, field="phone")
        account.clean_fields(
            exclude=["tokens", "owner", "parent", "introduced_by", *([] if account.number else ["number"])]
        )
    except ValidationError as problem:
        label = Account._meta.get_field(next(iter(problem.message_dict)))
        return f"{label.verbose_name}: {' '.join(next(iter(problem.message_dict.values())))}"  # type: ignore[union-attr]
    return ""


def _set(account: Account, fields: Mapping[str, Any]) -> None:
    """Fields as the audit names them: people and other customers by their keys."""
    for name, value in fields.items():
        setattr(account, Account._meta.get_field(name).attname, value)  # type: ignore[union-attr]


def _numbered(rows: Accounts, numbers: Iterable[str]) -> dict[str, Account]:
    """Number in lower case → the customer."""
    wanted = sorted({number.lower() for number in numbers if number})
    found: dict[str, Account] = {}
    for begin in range(0, len(wanted), BATCH):
        part = rows.alias(folded=Lower("number")).filter(folded__in=wanted[begin : begin + BATCH])
        found |= {account.number.lower(): account for account in part}
    return found


def _write(accounts: Sequence[Account]) -> None:
    """Write customers that are there already, many at once."""
    for account in accounts:
        assert account.pk, "one that is there"
    Account.objects.bulk_create(
        accounts,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*WRITTEN, "tokens", "version", "changed_at"],
    )


def _number_after(last: str) -> str:
    number = next_number(last) if last else free_number()
    while last and Account.objects.numbered(number).exists():
        number = next_number(number)
    return number
