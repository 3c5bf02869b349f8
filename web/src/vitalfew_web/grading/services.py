"""Schemes and runs: opening, publishing, grading."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.selectors import accounts_for, keys_of
from vitalfew_web.core.events import publish
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.core.services import call_off, record, start_job
from vitalfew_web.grading import audit, gateways
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.events import GradesChanged
from vitalfew_web.grading.models import CurrentRun, Grade, KeyList, Move, Override, Run, Scheme, SchemeVersion
from vitalfew_web.grading.permissions import EDIT, OVERRIDE, PUBLISH, RUN
from vitalfew_web.grading.rules import next_day
from vitalfew_web.grading.selectors import current_run, grades_of, key_customers, published

if TYPE_CHECKING:
    from vitalfew_web.accounts.models import Account

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


class Overtaken(Exception):
    """Somebody else saved the draft meanwhile; nothing was written."""


def remove_scheme(*, scheme: Scheme, by: User, at: datetime) -> None:
    """A scheme with its runs and all that they say of customers, gone with its files; the audit keeps that it was.

    For what was invented: what people decided by has to stay. Rows of runs go in chunks, the rest together.
    """
    _refuse_without(by, EDIT)
    runs = Run.objects.filter(version__scheme=scheme)
    keys = list(runs.values_list("pk", flat=True))
    call_off(kind="grading.run", keys=keys)
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


@transaction.atomic
def save_draft(*, scheme: Scheme, document: str, saved: int, by: User, at: datetime) -> SchemeVersion:
    """Keep what a scheme is to say: in its draft, or as a new version after the published one.

    Raises Overtaken where the draft was saved by somebody else since it was read as its save number `saved`.
    """
    _refuse_without(by, EDIT)
    held = Scheme.objects.select_for_update().get(pk=scheme.pk)
    newest = held.versions.order_by("-number").first()
    assert newest is not None, "a scheme has a version from the first day"
    if newest.status == VersionStatus.PUBLISHED:
        draft = held.versions.create(number=newest.number + 1, document=document, by=by, at=at)
    else:
        if newest.saved != saved:
            raise Overtaken
        draft = newest
        draft.document, draft.by, draft.at, draft.saved = document, by, at, saved + 1
        draft.status = VersionStatus.DRAFT
        draft.save()
    record(action=audit.DRAFTED, of=held, by=by, at=at, after={"version": draft.number})
    return draft


@transaction.atomic
def hand_over(*, version: SchemeVersion, by: User, at: datetime) -> None:
    """Give a draft to a second person, who publishes it. Refused: one with errors, one that is published."""
    _refuse_without(by, EDIT)
    held = SchemeVersion.objects.select_for_update().select_related("scheme").get(pk=version.pk)
    _refuse_unfit(held, at)
    held.status = VersionStatus.CHECKED
    held.save(update_fields=["status"])
    record(action=audit.CHECKED, of=held.scheme, by=by, at=at, after={"version": held.number})


@transaction.atomic
def change_scheme(*, scheme: Scheme, fields: Mapping[str, Any], by: User, at: datetime, today: date) -> Scheme:
    """Another name, rhythm, or a second person for a scheme. Refused: a name that is taken."""
    _refuse_without(by, EDIT)
    held = Scheme.objects.select_for_update().get(pk=scheme.pk)
    before = {name: getattr(held, name) for name in fields}
    for name, value in fields.items():
        setattr(held, name, value)
    held.next_on = next_day(held.rhythm, today) if held.rhythm != before.get("rhythm", held.rhythm) else held.next_on
    held.full_clean()
    held.save()
    record(action=audit.SCHEME_CHANGED, of=held, by=by, at=at, before=before, after=dict(fields))
    return held


def _refuse_unfit(held: SchemeVersion, at: datetime) -> None:
    if held.status == VersionStatus.PUBLISHED:
        raise ValidationError(_("This version is published already."))
    if any(issue.level == "error" for issue in gateways.issues(held.document, at.date())):
        raise ValidationError(_("The scheme has errors; mend them first. Nothing was changed."))


@transaction.atomic
def publish_version(*, version: SchemeVersion, by: User, at: datetime) -> SchemeVersion:
    """Let a version grade from now on. It is never changed again.

    Refused: one with errors, one that is published already, and, where the scheme wants a second person, one's own.
    """
    _refuse_without(by, PUBLISH)
    held = SchemeVersion.objects.select_for_update().select_related("scheme").get(pk=version.pk)
    _refuse_unfit(held, at)
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


LONGEST = timedelta(days=366)
"""How long a grade by hand holds at most: after that somebody looks at it again."""


@transaction.atomic
def override_grade(
    *, account: Account, label: str, reason: str, until: date, by: User, at: datetime, today: date
) -> Override:
    """Give a customer another grade until the end of a day; one that held before ends.

    Raises Account.DoesNotExist where `by` does not see the customer. Refused: a grade that the run does not know or
    that the customer has anyway, a day that is over or more than a year away, no reason.
    """
    _refuse_without(by, OVERRIDE)
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    grade = grades_of([held.pk], today).get(held.pk)
    if grade is None:
        raise ValidationError({"label": _("No run has graded this customer yet.")})
    if label not in {one["label"] for one in grade.run.scale}:
        raise ValidationError({"label": _("There is no such grade.")})
    if label == grade.label:
        raise ValidationError({"label": _("It has this grade already.")})
    if not today <= until <= today + LONGEST:
        raise ValidationError({"until": _("Name a day from today on, at most a year away.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that a colleague understands it later.")})
    _end(Override.objects.filter(account=held, ended_at=None), by=by, at=at)
    made = Override.objects.create(
        account=held, label=label, instead_of=grade.label, reason=reason.strip(), until=until, by=by, at=at
    )
    before = {"grade": getattr(grade, "hand_label", None) or grade.label}
    after = {"grade": label, "reason": made.reason, "until": until.isoformat()}
    record(action=audit.OVERRIDDEN, of=held, by=by, at=at, before=before, after=after)
    return made


@transaction.atomic
def end_override(*, account: Account, by: User, at: datetime) -> None:
    """Let the grade of the run hold again. Raises Override.DoesNotExist where nothing is to be ended."""
    _refuse_without(by, OVERRIDE)
    held = accounts_for(by).select_for_update(of=("self",)).get(pk=account.pk)
    made = Override.objects.select_for_update().get(account=held, ended_at=None)
    _end(Override.objects.filter(pk=made.pk), by=by, at=at)
    _record_end(made, by=by, at=at)


def _end(made: Any, *, by: User | None, at: datetime) -> None:
    made.update(ended_at=at, ended_by=by)


def _record_end(made: Override, *, by: User | None, at: datetime) -> None:
    before, after = {"grade": made.label}, {"grade": made.instead_of}
    record(action=audit.OVERRIDE_ENDED, of=made.account, by=by, at=at, before=before, after=after)


@transaction.atomic
def end_due_overrides(*, today: date, at: datetime) -> int:
    """End the grades by hand whose last day is over; gives how many."""
    due = list(Override.objects.select_for_update().select_related("account").filter(ended_at=None, until__lt=today))
    for made in due:
        _end(Override.objects.filter(pk=made.pk), by=None, at=at)
        _record_end(made, by=None, at=at)
    return len(due)


@transaction.atomic
def approve_list(*, run: Run, by: User, at: datetime, today: date) -> KeyList:
    """Write down who is a key customer by a run that holds, and who joined and left since the one before (M57).

    Refused: a run that does not hold, one whose list is approved already, a list without anybody.
    """
    _refuse_without(by, PUBLISH)
    held = Run.objects.select_for_update(of=("self",)).select_related("before").get(pk=run.pk)
    if current_run() != held:
        raise ValidationError(_("Only the list of the run that holds can be approved."))
    if KeyList.objects.filter(run=held).exists():
        raise ValidationError(_("This list is approved already."))
    best = held.scale[0]["label"]
    rows = key_customers(held, today)
    if not rows:
        raise ValidationError(_("Nobody is on this list."))
    last = KeyList.objects.filter(run__lt=held.pk, label=best).order_by("-run").first()
    earlier = {one["number"]: one for one in (last.rows if last else key_customers(held.before, today))}
    now = {one["number"] for one in rows}
    made = KeyList.objects.create(
        run=held,
        label=best,
        approved_by=by,
        approved_at=at,
        rows=rows,
        joined=[one for one in rows if one["number"] not in earlier],
        left=[one for number, one in earlier.items() if number not in now],
    )
    record(action=audit.LIST_APPROVED, of=held, by=by, at=at, after={"grade": best, "customers": len(rows)})
    return made
