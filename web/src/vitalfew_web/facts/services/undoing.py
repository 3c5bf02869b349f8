"""Taking a whole import back, also after later ones, and giving up one that is not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.services import TakenBack, take_back
from vitalfew_web.core.models import Job
from vitalfew_web.core.services import record, start_job
from vitalfew_web.facts import audit, gateways
from vitalfew_web.facts.choices import OPEN, Status, Table
from vitalfew_web.facts.models import ImportBatch, ImportedAccount, as_recorded
from vitalfew_web.facts.selectors import UNDO, store_place
from vitalfew_web.facts.services.cards import put_contacts_back
from vitalfew_web.facts.services.checking import Heard
from vitalfew_web.facts.services.committing import begun_at
from vitalfew_web.facts.services.places import clear
from vitalfew_web.facts.services.standing import refuse_unless

AT_ONCE = 5_000
AT_WORK = {Status.FETCHING, Status.CHECKING, Status.RUNNING}


@transaction.atomic
def start_undo(*, batch: ImportBatch, by: User, at: datetime) -> Job:
    """Ask for an import to be taken back. Refused where it is not done."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    refuse_unless(held, {Status.DONE}, stuck={Status.UNDOING})
    held.status = Status.UNDOING
    held.save(update_fields=["status"])
    return start_job(kind=UNDO, about=held, by=by, at=at)


def undo_import(*, batch: ImportBatch, by: User | None, at: datetime) -> ImportBatch:
    """Take a whole import back, also after later ones. Nothing where it is back already; bears being called twice."""
    if ImportBatch.objects.get(pk=batch.pk).status == Status.UNDONE:
        return ImportBatch.objects.get(pk=batch.pk)
    number = batch.store_batch
    version = gateways.undo(store_place(), number, at=at) if number is not None else batch.store_version
    back = put_back(batch=batch, by=by, at=at)
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        before = as_recorded(held)
        held.store_version, held.status, held.ended_at = version, Status.UNDONE, at
        held.said = _told(back)
        held.save()
        record(action=audit.UNDONE, of=held, by=by, at=at, before=before, after=as_recorded(held))
    return held


def _told(back: TakenBack) -> str:
    if not (back.removed or back.restored or back.kept):
        return ""
    return _(
        "Customers: {removed} removed, {restored} put back, {kept} kept because somebody worked with them since."
    ).format(removed=back.removed, restored=back.restored, kept=back.kept)


def put_back(*, batch: ImportBatch, by: User | None, at: datetime, heard: Heard | None = None) -> TakenBack:
    """Put the customers of an import back, part by part; what is put back is no longer noted."""
    put_contacts_back(batch=batch, by=by, at=at)
    removed = restored = kept = 0
    total = batch.accounts.count()
    for entries in _parts(batch):
        if heard:
            heard(removed + restored + kept, total, _("Putting customers back"))
        with transaction.atomic():
            done = take_back(done=[(one.account_id, one.before, one.after) for one in entries], by=by, at=at)
            ImportedAccount.objects.filter(batch=batch, pk__range=(entries[0].pk, entries[-1].pk)).delete()
        removed, restored, kept = removed + done.removed, restored + done.restored, kept + done.kept
    return TakenBack(removed, restored, kept)


def _parts(batch: ImportBatch) -> Iterator[Sequence[ImportedAccount]]:
    while entries := list(batch.accounts.order_by("pk")[:AT_ONCE]):
        yield entries


def discard_import(*, batch: ImportBatch, by: User, at: datetime) -> ImportBatch:
    """Give up an import that is not done; what it had changed is put back. Refused where it is done or at work."""
    refuse_unless(batch, OPEN, stuck=AT_WORK)
    begun = batch.decisions.get("at") and batch.table != Table.CONTACTS
    taken = gateways.taken_at(store_place(), begun_at(batch)) if begun else None
    if taken and taken.number is not None:
        gateways.undo(store_place(), taken.number, at=at)
    put_back(batch=batch, by=by, at=at)
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        refuse_unless(held, OPEN, stuck=AT_WORK)
        before = as_recorded(held)
        held.status, held.ended_at = Status.DISCARDED, at
        held.save(update_fields=["status", "ended_at"])
        record(action=audit.DISCARDED, of=held, by=by, at=at, before=before, after=as_recorded(held))
    clear(batch, rejects_too=True)
    return held
