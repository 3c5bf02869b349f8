"""Imports behind a page: the table of a database, the dry run, the commit, the undo. Each bears being called again for the same job."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.jobs import Failed
from vitalfew_web.facts.choices import LABELS, Status, Table
from vitalfew_web.facts.gateways import Refusal, give_back_memory
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.rules import without_flags
from vitalfew_web.facts.services import check, check_cards, commit, commit_cards, fetch, go_on, put_back, undo_import

if TYPE_CHECKING:
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job


def read_table(job: Job, progress: Progress) -> None:
    """Read a table of a database into the folder of its import."""
    batch, by = _of(job)
    if batch.status == Status.FETCHING:
        with _said_on(batch):
            fetch(batch=batch, by=by, heard=progress)


def check_rows(job: Job, progress: Progress) -> None:
    """Read all rows and say what an import would do; what a program pushed goes on by itself."""
    batch, by = _of(job)
    if batch.status == Status.CHECKING:
        with _said_on(batch):
            (check_cards if batch.table == Table.CONTACTS else check)(batch=batch, by=by, heard=progress)
    go_on(batch=batch, by=by, at=job.asked_at)


def take_in(job: Job, progress: Progress) -> None:
    """Take a checked import in. Where the store refuses it, the customers are put back as they were."""
    batch, by = _of(job)
    if batch.status == Status.RUNNING:
        with _said_on(batch):
            try:
                (commit_cards if batch.table == Table.CONTACTS else commit)(batch=batch, by=by, heard=progress)
            except Refusal:
                put_back(batch=batch, by=by, at=job.asked_at)
                raise


def take_back(job: Job, progress: Progress) -> None:
    """Undo an import."""
    batch, by = _of(job)
    if batch.status == Status.UNDOING:
        progress(0, None, _("Taking the import back"))
        with _said_on(batch, then=Status.DONE):
            undo_import(batch=batch, by=by, at=job.asked_at)


def _of(job: Job) -> tuple[ImportBatch, User]:
    assert job.by_id and job.subject_id, "somebody asked for it, about an import"  # noqa: PT018
    return ImportBatch.objects.get(pk=job.subject_id), User.objects.get(pk=job.by_id)


@contextmanager
def _said_on(batch: ImportBatch, then: Status = Status.FAILED) -> Iterator[None]:
    """What the engine refuses is said to people; nothing of the import is among the facts then."""
    try:
        yield
    except Refusal as refusal:
        said = without_flags(str(refusal), LABELS)
        ImportBatch.objects.filter(pk=batch.pk).update(status=then, said=said)
        raise Failed(said) from None
    finally:
        give_back_memory()
