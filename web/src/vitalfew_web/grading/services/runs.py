"""Runs: asking for one, and turning the pointer to its grades."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.events import publish
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.core.services import record, start_job
from vitalfew_web.grading import audit, gateways
from vitalfew_web.grading.choices import RunStatus
from vitalfew_web.grading.events import GradesChanged
from vitalfew_web.grading.models import CurrentRun, Run, Scheme
from vitalfew_web.grading.permissions import RUN, refuse_without
from vitalfew_web.grading.selectors import current_run, published
from vitalfew_web.grading.services.staging import remove_rows

RUN_JOB = "grading.run"


@transaction.atomic
def start_run(*, scheme: Scheme, as_of: date | None = None, by: User | None, at: datetime) -> Run:
    """Ask for all customers to be graded by the published version; the facts are pinned now. `by` None: the calendar.

    Refused: a scheme without a published version, a store without facts, a run while another one goes on.
    """
    if by is not None:
        refuse_without(by, RUN)
    version = published(Scheme.objects.select_for_update().get(pk=scheme.pk))
    if version is None:
        raise ValidationError(_("No version of this scheme is published yet. Publish one, then grade."))
    newest = gateways.newest_version()
    if newest is None:
        raise ValidationError(_("There are no orders yet. Import some, then grade."))
    _refuse_second()
    before = current_run()
    run = Run.objects.create(version=version, as_of=as_of, before=before, store_version=newest, by=by, at=at)
    start_job(kind=RUN_JOB, about=run, by=by, at=at)
    record(action=audit.RUN_STARTED, of=run, by=by, at=at, after={"version": version.pk, "store": newest})
    return run


def _refuse_second() -> None:
    """Refuse while a run goes on; one whose job ended without it being whole has failed."""
    for run in Run.objects.filter(status=RunStatus.STARTED):
        job = last_job_of(run, RUN_JOB)
        if job is not None and not job.has_ended:
            raise ValidationError(_("All customers are being graded just now. Wait until that run is whole."))
        run.status = RunStatus.FAILED
        run.save(update_fields=["status"])


def fail_run(*, run: Run, at: datetime) -> None:
    """Note that nothing comes of a run. What it had written goes; the grades that held still hold."""
    remove_rows(run)
    Run.objects.filter(pk=run.pk, status=RunStatus.STARTED).update(status=RunStatus.FAILED, ended_at=at)


@transaction.atomic
def let_hold(*, run: Run, told: gateways.Told, kept: gateways.Kept, moved: int, at: datetime) -> None:
    """Turn the pointer: from now on the grades of this run hold, all of them at once."""
    held = Run.objects.select_for_update().get(pk=run.pk)
    held.as_of, held.store_files, held.currency, held.digits = told.as_of, told.files, told.currency, told.digits
    held.customers, held.scored, held.scale, held.measures = told.customers, told.scored, told.scale, told.measures
    held.manifest, held.result, held.moved = kept.manifest, kept.result, moved
    held.status, held.ended_at = RunStatus.WHOLE, at
    held.save()
    CurrentRun.objects.update_or_create(pk=1, defaults={"run": held, "since": at})
    record(action=audit.RUN_CURRENT, of=held, by=None, at=at, after={"as_of": told.as_of.isoformat(), "moved": moved})
    publish(GradesChanged(held.pk, held.before_id, told.customers, moved), at=at)
