"""Taking a scheme away with all that its runs said."""

from __future__ import annotations

import shutil
from datetime import datetime

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.core.services import call_off, record
from vitalfew_web.grading import audit, gateways
from vitalfew_web.grading.models import CurrentRun, KeyList, Move, Run, Scheme
from vitalfew_web.grading.permissions import EDIT, refuse_without
from vitalfew_web.grading.services.staging import remove_rows


def remove_scheme(*, scheme: Scheme, by: User, at: datetime) -> None:
    """A scheme with its runs and all that they say of customers, gone with its files; the audit keeps that it was.

    For what was invented: what people decided by has to stay. Rows of runs go in chunks, the rest together.
    """
    refuse_without(by, EDIT)
    runs = Run.objects.filter(version__scheme=scheme)
    keys = list(runs.values_list("pk", flat=True))
    call_off(kind=Run._meta.label_lower, keys=keys)
    for run in runs:
        remove_rows(run)
    with transaction.atomic():
        held = Scheme.objects.select_for_update().get(pk=scheme.pk)
        for kind in (CurrentRun, KeyList, Move):
            kind._base_manager.filter(run__in=keys).delete()  # noqa: SLF001  (Django's own)
        Run.objects.filter(before__in=keys).update(before=None)
        runs.delete()
        held.versions.all().delete()
        record(action=audit.SCHEME_REMOVED, of=held, by=by, at=at, before={"name": held.name})
        held.delete()
    for key in keys:
        shutil.rmtree(gateways.result_place(key), ignore_errors=True)
