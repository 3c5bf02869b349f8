"""Batches that programs push: nobody looks at a dry run, so what is to be decided was decided ahead."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.models import Job
from vitalfew_web.core.services import record
from vitalfew_web.facts import audit
from vitalfew_web.facts.choices import Rejects, Status
from vitalfew_web.facts.models import ImportBatch, as_recorded
from vitalfew_web.facts.permissions import IMPORT
from vitalfew_web.facts.services.checking import start_check
from vitalfew_web.facts.services.columns import suggest_columns, take_columns
from vitalfew_web.facts.services.committing import start_commit
from vitalfew_web.facts.services.places import folder_of
from vitalfew_web.facts.services.uploading import Upload, kept_files


@dataclass(frozen=True)
class Push:
    """What a program brings and decides: `mapping` header → what it is taken for (None: as suggested and remembered),
    `unknown` and `rejected` what becomes of rows of unknown customers and of rows that cannot be taken, `program` the
    name of its token.
    """

    upload: Upload
    mapping: Mapping[str, str] | None
    unknown: str
    rejected: str
    program: str


def push_batch(*, push: Push, by: User, at: datetime) -> ImportBatch:
    """Keep what came and ask for its dry run, after which it goes on by itself.

    A ValidationError says what cannot be: content that cannot be read, a column missing. Nothing is kept then.
    """
    batch = kept_files(upload=push.upload, by=by, at=at)
    batch.ahead = {"unknown": push.unknown, "rejected": push.rejected, "program": push.program}
    try:
        with transaction.atomic():
            batch.save()
            record(action=audit.PUSHED, of=batch, by=by, at=at, after=as_recorded(batch))
            mapping = suggest_columns(batch)[0] if push.mapping is None else push.mapping
            take_columns(batch=batch, mapping=mapping)
            start_check(batch=batch, by=by, at=at)
    except BaseException:
        shutil.rmtree(folder_of(batch), ignore_errors=True)
        raise
    return ImportBatch.objects.get(pk=batch.pk)


@transaction.atomic
def go_on(*, batch: ImportBatch, by: User, at: datetime) -> Job | None:
    """After the dry run of what a program pushed: the commit, or an end with the reason. Nothing for what people bring.

    Whoever may no longer import by now does not: the rights of this moment hold.
    """
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if not held.ahead or held.status != Status.CHECKED:
        return None
    problem = _problem(held, by)
    if problem:
        held.status, held.said = Status.FAILED, problem
        held.save(update_fields=["status", "said"])
        return None
    return start_commit(batch=held, decisions={"unknown": held.ahead["unknown"]}, by=by, at=at)


def _problem(batch: ImportBatch, by: User) -> str:
    bad = batch.rejected + (batch.checked.get("accounts") or {}).get("problems", 0)
    if not by.may(IMPORT):
        return _("Who pushed this may no longer import. Nothing was taken in.")
    if not batch.checked.get("accepted"):
        return _("Not a single row can be taken. Nothing was taken in; the rejected rows say why.")
    if bad and batch.ahead["rejected"] == Rejects.REFUSE:
        return _("{n} rows cannot be taken, and the program wants all or none. Nothing was taken in.").format(n=bad)
    return ""
