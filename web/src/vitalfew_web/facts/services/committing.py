"""Taking a checked import into the facts: customers first, then all its rows as one version, then its end is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.services import TakenOver, Told, take_over
from vitalfew_web.core.models import Job
from vitalfew_web.core.services import start_job
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status, Table, Unknown
from vitalfew_web.facts.models import ImportBatch, ImportedAccount, Source
from vitalfew_web.facts.selectors import COMMIT, store_place
from vitalfew_web.facts.services.cards import (
    end_cards,
    firms_of,
    kept_cards,
    opened_by,
    refuse_without_grounds,
    write_cards,
)
from vitalfew_web.facts.services.checking import Heard, for_store, is_coded, store_options
from vitalfew_web.facts.services.customers import LONGEST_NUMBER, NAMED, names_in, told_of
from vitalfew_web.facts.services.local import finish
from vitalfew_web.facts.services.matching import Matched, decided, matched
from vitalfew_web.facts.services.places import clear, staged, staged_rows
from vitalfew_web.facts.services.standing import refuse_unless

WHOLE = 10_000
"""Customers that are written in one transaction; a longer list goes in by several, each of which holds the writer's lock."""


@transaction.atomic
def start_commit(*, batch: ImportBatch, decisions: Mapping[str, Any], by: User, at: datetime) -> Job:
    """Ask for the import of what the dry run found, or for what a dead worker left of it. Refused where it is at its end.

    `decisions`: `unknown` is one of Unknown, `doubtful` id → number of the customer ("" another one, "-" none),
    `leave_out` ids whose rows are left out.
    """
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    refuse_unless(held, {Status.CHECKED}, stuck={Status.RUNNING})
    if held.table == Table.CONTACTS and held.status == Status.CHECKED:
        refuse_without_grounds(decisions, by)
    if held.is_stale:
        raise ValidationError(_("Rows were mended since the dry run; nothing was imported yet. Check them first."))
    if held.status == Status.CHECKED:
        held.decisions = {**decisions, "at": at.isoformat()}
    held.status, held.said = Status.RUNNING, ""
    held.save(update_fields=["decisions", "status", "said"])
    if held.table != Table.CONTACTS:
        _remember(held, at)
    return start_job(kind=COMMIT, about=held, by=by, at=at)


def _remember(batch: ImportBatch, at: datetime) -> None:
    """The next file of this source is read the same way."""
    kept = {"mapping": batch.mapping, "reading": batch.reading, "used_at": at}
    if not Source.objects.filter(name__iexact=batch.source, table=batch.table).update(**kept):
        Source.objects.create(name=batch.source, table=batch.table, **kept)


def commit(*, batch: ImportBatch, by: User, heard: Heard) -> None:
    """Take it in. Called again after a death it goes on: what the store took in at that moment is found, not taken twice."""
    if batch.status == Status.DONE:
        return
    at = begun_at(batch)
    numbers: dict[str, str | None] = {}
    if batch.table != Table.RATES:
        found = matched(names_in(staged(batch, NAMED)), by=by, coded=is_coded(batch))
        chosen = decided(found.doubtful, batch.decisions.get("doubtful", {}))
        numbers = _numbers(batch, found, chosen, by, at, heard)
    heard(0, None, _("Taking the rows into the facts"))
    taken = gateways.taken_at(store_place(), at, rejected=batch.rejected) or _taken(batch, numbers, at)
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if held.status != Status.RUNNING:
            return
        held.opened = held.accounts.filter(before={}).count()
        finish(batch=held, taken=taken, by=by, at=at)
    clear(batch, rejects_too=False)


def commit_cards(*, batch: ImportBatch, by: User, heard: Heard) -> None:
    """Write the people of an address book, their customers first. Called again after a death it goes on."""
    at, cards = begun_at(batch), kept_cards(batch)
    found = matched(firms_of(cards), by=by, coded=False)
    chosen = decided(found.doubtful, batch.decisions.get("doubtful", {}))
    opened = {each.key: each for each in opened_by(batch, found, chosen)}
    numbers = {**found.known, **{firm: number for firm, number in chosen.items() if number not in {"", "-"}}}
    numbers |= _opened_again(batch, opened) if batch.accounts.exists() else {}
    left = [told for firm, told in opened.items() if firm not in numbers]
    _open(batch, left, by, at, heard)
    numbers |= _opened_again(batch, opened)
    belonging = write_cards(batch=batch, cards=cards, numbers=numbers, by=by, at=at, heard=heard)
    end_cards(batch=batch, belonging=belonging, by=by, at=at)


def _opened_again(batch: ImportBatch, opened: Mapping[str, Told]) -> dict[str, str]:
    """Company → number of the customer that this import opened for it."""
    new = {one.account.name: one.account.number for one in batch.accounts.select_related("account").filter(before={})}
    return {firm: new[told.fields["name"]] for firm, told in opened.items() if told.fields["name"] in new}


def begun_at(batch: ImportBatch) -> datetime:
    """The moment when its commit was asked for: by it the store knows the import again."""
    return datetime.fromisoformat(batch.decisions["at"])


def _taken(batch: ImportBatch, numbers: Mapping[str, str | None], at: datetime) -> gateways.Taken:
    facts = for_store(batch, numbers)
    if facts is None:
        return gateways.Taken(None, gateways.version(store_place()), 0, 0, 0, 0, batch.rejected)
    options = store_options(batch.checked.get("grain"), batch.checked.get("currency"))
    taken = gateways.add(store_place(), facts, table=batch.table, source=batch.source, at=at, reading=options)
    return gateways.Taken(
        taken.number, taken.version, taken.rows, taken.new, taken.changed, taken.known, batch.rejected
    )


def _numbers(
    batch: ImportBatch, found: Matched, chosen: dict[str, str], by: User, at: datetime, heard: Heard
) -> dict[str, str | None]:
    """Id in the file → number of the customer; None where its rows are left out. Customers are opened on the way."""
    numbers: dict[str, str | None] = {id_: number for id_, number in found.known.items() if id_ != number}
    numbers |= {id_: (None if number == "-" else number) for id_, number in chosen.items() if number}
    numbers |= dict.fromkeys([*found.hidden, *batch.decisions.get("leave_out", [])])
    others = found.unknown | {id_: "" for id_, number in chosen.items() if number == ""}
    others = {id_: name for id_, name in others.items() if id_ not in numbers}
    if batch.table == Table.CUSTOMERS:
        told = [
            one
            for one, problem in told_of(batch, staged_rows(batch), found, chosen, by, coded=is_coded(batch))
            if not problem
        ]
        return numbers | _open(batch, told, by, at, heard)
    unknown = batch.decisions.get("unknown", Unknown.KEEP)
    if unknown == Unknown.LEAVE_OUT:
        return numbers | dict.fromkeys(others)
    if unknown == Unknown.CREATE:
        coded = is_coded(batch)
        told = [
            Told(id_, id_ if coded and len(id_) <= LONGEST_NUMBER else "", {"name": name or id_})
            for id_, name in others.items()
        ]
        return numbers | _open(batch, told, by, at, heard)
    return numbers


def _open(batch: ImportBatch, told: list[Told], by: User, at: datetime, heard: Heard) -> dict[str, str | None]:
    """Open and change customers, each transaction with what undoes it. Id → number where they differ, None for a problem."""
    numbers: dict[str, str | None] = {}
    for begin in range(0, len(told), WHOLE):
        heard(begin, len(told), _("Writing customers"))
        with transaction.atomic():
            done = take_over(rows=told[begin : begin + WHOLE], by=by, at=at)
            ImportedAccount.objects.bulk_create(
                [_entry(batch, each) for each in done if each.is_new or each.is_changed],
                ignore_conflicts=True,
                batch_size=1_000,
            )
        for each in done:
            if each.problem:
                numbers[each.key] = None
            elif each.account.number != each.key:
                numbers[each.key] = each.account.number
    return numbers


def _entry(batch: ImportBatch, each: TakenOver) -> ImportedAccount:
    before: dict[str, Any] = dict(each.before)
    return ImportedAccount(batch=batch, account=each.account, before=before, after=dict(each.after))
