"""Reading facts and imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.core.models import Job
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch

FETCH = "facts.fetch"
CHECK = "facts.check"
COMMIT = "facts.import"
UNDO = "facts.undo"
KINDS = {Status.FETCHING: FETCH, Status.CHECKING: CHECK, Status.RUNNING: COMMIT, Status.UNDOING: UNDO}
"""Status of an import at work → the kind of job that does it."""


def store_place() -> Path:
    """The folder of the fact store. It is there once something was imported."""
    return Path(settings.FACTS)


def version() -> int:
    """The number of the newest version of the facts; 0 where nothing was ever imported."""
    return gateways.version(store_place())


def facts_day(today: date) -> date:
    """The day up to which the facts tell of orders, at most today; today where there are none."""
    return min(gateways.last_day(store_place()) or today, today)


def databases() -> list[str]:
    """The databases that this installation may read, by the names that its administrator gave them."""
    return sorted(settings.SOURCES)


def has_facts() -> bool:
    """Whether an import of orders is among the facts now."""
    return gateways.holds_orders(store_place())


def imports_for(user: User) -> QuerySet[ImportBatch]:
    """The imports that somebody may see: the own ones; all where they see all customers."""
    rows = ImportBatch.objects.select_related("by")
    return rows if user.reach is Reach.ALL else rows.filter(by=user)


def import_for(user: User, key: int) -> ImportBatch:
    """One of them. Raises ImportBatch.DoesNotExist alike for others' imports and for none."""
    return imports_for(user).get(pk=key)


def same_files(user: User, batch: ImportBatch) -> ImportBatch | None:
    """The last import of the very same files that is among the facts, of those that somebody may see."""
    same = imports_for(user).filter(digest=batch.digest, table=batch.table, status=Status.DONE)
    return same.exclude(pk=batch.pk).first() if batch.digest else None


@dataclass(frozen=True)
class Standing:
    """How the work on an import stands. Stuck: its worker died too often, or met a fault that nobody foresaw."""

    job: Job | None
    stuck: bool


def standing(batch: ImportBatch) -> Standing:
    """The job that works on an import, and whether it was left without an end."""
    kind = KINDS.get(Status(batch.status))
    job = last_job_of(batch, kind) if kind else None
    return Standing(job, kind is not None and (job is None or job.has_ended))
