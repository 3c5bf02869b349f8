"""Schemes and runs: opening, publishing, grading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.selectors import keys_of
from vitalfew_web.core.events import publish
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.core.services import record, start_job
from vitalfew_web.grading import audit, gateways
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.events import GradesChanged
from vitalfew_web.grading.models import CurrentRun, Grade, Move, Run, Scheme, SchemeVersion
from vitalfew_web.grading.permissions import EDIT, PUBLISH, RUN
from vitalfew_web.grading.rules import next_day
from vitalfew_web.grading.selectors import current_run, published

RUN_JOB = "grading.run"
CHUNK = 20_000
"""Rows that are written or removed in one transaction, so that nobody else waits long for the database."""


@transaction.atomic
def open_scheme(*, name: str, template: str, by: User, at: datetime) -> Scheme:
    """A scheme of the own, begun from a ready-made one; its first version is a draft.

    Refused: a name that is taken, a template that is none.
    """
    _refuse_without(by, EDIT)
    scheme = Scheme(name=name, template=template, owner=by, opened_at=at)
    scheme.full_clean()
    document = gateways.template(template)
    scheme.save()
    scheme.versions.create(number=1, document=document, by=by, at=at)
    record(action=audit.SCHEME_OPENED, of=scheme, by=by, at=at, after={"name": name, "template": template})
    return scheme


@transaction.atomic
def publish_version(*, version: SchemeVersion, by: User, at: datetime) -> SchemeVersion:
    """Let a version grade from now on. It is never changed again.

    Refused: one with errors, one that is published already, and, where the scheme wants a second person, one's own.
    """
    _refuse_without(by, PUBLISH)
    held = SchemeVersion.objects.select_for_update().select_related("scheme").get(pk=version.pk)
    if held.status == VersionStatus.PUBLISHED:
        raise ValidationError(_("This version is published already."))
    faults = [issue for issue in gateways.issues(held.document, at.date()) if issue.level == "error"]
    if faults:
        raise ValidationError(_("The scheme has errors; mend them first. Nothing was changed."))
    if held.scheme.second_person and held.by_id == by.pk:
        raise ValidationError(_("This scheme is published by a second person: ask a colleague who may publish."))
    held.status, held.published_by, held.published_at = VersionStatus.PUBLISHED, by, at
    held.save()
    record(action=audit.PUBLISHED, of=held.scheme, by=by, at=at, after={"version": held.number})
    return held


@transaction.atomic
def start_run(*, scheme: Scheme, as_of: date | None = None, by: User | None, at: datetime) -> Run:
    """Ask for all customers to be graded by the published version; the facts are pinned now. `by` None: the calendar.

    Refused: a scheme without a published version, a store without facts, a run while another one goes on.
    """
    if by is not None:
        _refuse_without(by, RUN)
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


def _refuse_without(by: User, permission: str) -> None:
    if not by.may(permission):
        raise PermissionDenied(permission)


def fail_run(*, run: Run, at: datetime) -> None:
    """Note that nothing comes of a run. What it had written goes; the grades that held still hold."""
    remove_rows(run)
    Run.objects.filter(pk=run.pk, status=RunStatus.STARTED).update(status=RunStatus.FAILED, ended_at=at)


def stage(run: Run, rows: Iterable[list[gateways.Row]]) -> Iterator[int]:
    """Write the rows of a run that nobody reads yet, chunk by chunk; gives how many stand there."""
    written = 0
    for chunk in rows:
        keys = keys_of([row.customer for row in chunk])
        with transaction.atomic():
            _write(run, chunk, keys)
        written += len(chunk)
        yield written


COLUMNS = ("run_id", "account_id", *gateways.Row._fields)


def _write(run: Run, chunk: list[gateways.Row], keys: Mapping[str, int]) -> None:
    table, quote = Grade._meta.db_table, connection.ops.quote_name
    columns = ", ".join(quote(name) for name in COLUMNS)
    statement = f"INSERT INTO {quote(table)} ({columns}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608  (own names)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(run.pk, keys.get(row.customer), *map(_cell, row)) for row in chunk])


def _cell(value: Any) -> Any:
    """A value as a driver takes it, whichever the database."""
    if isinstance(value, dict | list):
        return json.dumps(value, separators=(",", ":"))
    return value if value is None or isinstance(value, int | str) else str(value)


def write_moves(run: Run, moves: list[gateways.Moved]) -> None:
    """Write who moved."""
    for start in range(0, len(moves), CHUNK):
        chunk = moves[start : start + CHUNK]
        keys = keys_of([move.customer for move in chunk])
        Move.objects.bulk_create(
            Move(
                run=run,
                account_id=keys.get(move.customer),
                customer=move.customer,
                was=move.was,
                now=move.now,
                score_was=move.score_was,
                score_now=move.score_now,
                reasons=move.reasons,
            )
            for move in chunk
        )


def remove_rows(run: Run) -> None:
    """Take the rows of a run away, a chunk a transaction."""
    Move.objects.filter(run=run).exclude(run__status=RunStatus.WHOLE).delete()
    while keys := list(Grade.objects.filter(run=run).values_list("pk", flat=True)[:CHUNK]):
        Grade.objects.filter(pk__range=(min(keys), max(keys)), run=run).delete()


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


def forget_older(run: Run) -> None:
    """Keep the rows of the run that holds and of the one before it, of no other. Its files every run keeps."""
    kept = {run.pk, run.before_id}
    for other in Run.objects.filter(grades__isnull=False).exclude(pk__in=[key for key in kept if key]).distinct():
        remove_rows(other)


@transaction.atomic
def plan_next(*, scheme: Scheme, today: date) -> None:
    """Write down the day of the next run by calendar."""
    scheme.next_on = next_day(scheme.rhythm, today)
    scheme.save(update_fields=["next_on"])
