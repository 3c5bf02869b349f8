"""Writing down what was changed, and asking for work behind a page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models, transaction

from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.models import AuditEntry, AuditHead, Job
from vitalfew_web.core.once import mark_effect
from vitalfew_web.core.registries import AUDIT_LABELS, JOBS
from vitalfew_web.core.rules import changes, seal_of

NOTHING: Mapping[str, Any] = {}


class Overtaken(Exception):
    """Somebody else changed the same meanwhile and nothing was written; `now` is how it stands, where that is shown."""

    def __init__(self, now: Any = None) -> None:
        super().__init__(str(now))
        self.now = now


def alone(with_what: str) -> None:
    """Wait until nobody else is in a transaction that does the same, and keep others waiting until this one ends.

    For what no row can be locked for: a number that is still free, a group of companies without a circle. First step
    of a service, before it locks rows. SQLite has one writer at a time as it is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [with_what])


@transaction.atomic
def record(
    *,
    action: str,
    of: models.Model,
    by: AbstractBaseUser | None,
    at: datetime,
    before: Mapping[str, Any] = NOTHING,
    after: Mapping[str, Any] = NOTHING,
) -> AuditEntry:
    """Write one entry, in the transaction of the change itself. `by` is None where the system acts.

    Refused: an action without a label, which nobody could read later.
    """
    if action not in AUDIT_LABELS:
        raise ValueError(f"audit action without a label: {action}")
    mark_effect()
    entry = _fields(action, of, before, after, by=by, at=at)
    head = AuditHead.objects.select_for_update().get_or_create(pk=1)[0]
    head.seal = seal_of(head.seal, entry)
    head.save(update_fields=["seal"])
    return AuditEntry.objects.create(**entry, seal=head.seal)


@dataclass(frozen=True)
class Entry:
    """One of many changes that are written down together."""

    action: str
    of: models.Model
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def record_many(*, entries: Sequence[Entry], by: AbstractBaseUser | None, at: datetime) -> None:
    """Write many entries at once, sealed one after the other, in the transaction of the changes themselves."""
    unlabelled = {entry.action for entry in entries} - {*AUDIT_LABELS}
    if unlabelled:
        raise ValueError(f"audit actions without a label: {', '.join(sorted(unlabelled))}")
    mark_effect()
    head = AuditHead.objects.select_for_update().get_or_create(pk=1)[0]
    rows = []
    for entry in entries:
        fields = _fields(entry.action, entry.of, entry.before, entry.after, by=by, at=at)
        head.seal = seal_of(head.seal, fields)
        rows.append(AuditEntry(**fields, seal=head.seal))
    AuditEntry.objects.bulk_create(rows, batch_size=1000)
    head.save(update_fields=["seal"])


def _fields(
    action: str,
    of: models.Model,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    by: AbstractBaseUser | None,
    at: datetime,
) -> dict[str, Any]:
    was, is_now = changes(before, after)
    return {
        "at": at,
        "by_id": by and by.pk,
        "action": action,
        "subject": of._meta.label_lower,
        "subject_id": of.pk,
        "before": was,
        "after": is_now,
    }


def start_job(
    *,
    kind: str,
    by: AbstractBaseUser | None,
    at: datetime,
    about: models.Model | None = None,
    arguments: Mapping[str, Any] = NOTHING,
    due_at: datetime | None = None,
) -> Job:
    """Ask for work behind a page; a worker takes it once the transaction is through, or at `due_at`.

    Refused: a kind that nobody registered.
    """
    if kind not in JOBS:
        raise ValueError(f"no such kind of job: {kind}")
    mark_effect()
    subject = (about._meta.label_lower, about.pk) if about else ("", None)
    return Job.objects.create(
        kind=kind,
        by_id=by.pk if by else None,
        subject=subject[0],
        subject_id=subject[1],
        arguments=dict(arguments),
        due_at=due_at or at,
        asked_at=at,
    )


def call_off(*, kind: str, keys: Collection[int]) -> None:
    """Call off work about objects of a kind (as in `grading.run`) that no worker has begun."""
    Job.objects.filter(subject=kind, subject_id__in=keys, status=JobStatus.WAITING).delete()
