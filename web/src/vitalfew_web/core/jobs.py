"""Running the work behind pages: a worker takes a job, holds it while alive, says how far it is, and ends it.

Rows of jobs are the queue. A job is taken by one conditional update, so that of several workers one gets it (F-12).
The holder puts its hold off from a thread of its own; where it dies the hold runs out, and `take_up_again` gives the
job to another or says that it was interrupted.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.models import Job
from vitalfew_web.core.registries import JOBS, Kind

log = logging.getLogger(__name__)

HOLD = timedelta(seconds=30)
"""How long a job is held without a sign of life."""

SIGN = 8.0
"""Seconds between two signs of life."""

TELL = 0.4
"""Seconds between two steps that are written down: more of them nobody sees."""

TIMES = 5
"""How often a job is taken up again after its worker died: one that kills every worker is not tried for ever."""

LATER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""How long an unexpected fault waits until it is tried again; the last holds for all further times."""


class Failed(Exception):
    """What people must know: a sentence that says what happened, what is safe and what to do."""


class Stopped(BaseException):
    """The worker is to end, or another holds the job by now: nothing more may be done here."""


class Progress:
    """Says how far a job is, and gives the worker the chance to end between two steps."""

    def __init__(self, job: Job, stopping: threading.Event) -> None:
        self._job = job
        self._stopping = stopping
        self._next = 0.0

    def __call__(self, done: int, total: int | None = None, said: str = "") -> None:
        """`done` of `total` steps, and what is being done. Call it as often as you like."""
        if self._stopping.is_set():
            raise Stopped
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + TELL
        _held(self._job, done=done, total=total, said=said)


def take_one(at: datetime, *, quick: bool) -> Job | None:
    """The next job that waits, now held by the caller; None where none is due. Of quick ones alone, if so asked."""
    due = Job.objects.filter(status=JobStatus.WAITING, due_at__lte=at)
    if quick:
        due = due.filter(kind__in=[name for name, kind in JOBS.items() if kind.quick])
    for key in due.order_by("due_at", "id").values_list("pk", flat=True)[:20]:
        mine = Job.objects.filter(pk=key, status=JobStatus.WAITING).update(
            status=JobStatus.RUNNING, holder=secrets.token_hex(16), held_until=at + HOLD, attempts=F("attempts") + 1
        )
        if mine:
            return Job.objects.select_related("by").get(pk=key)
    return None


def carry_out(job: Job, stopping: threading.Event) -> None:
    """Do the work of a job that the caller holds, in the language of who asked for it, and write down its end."""
    kind = JOBS[job.kind]
    with translation.override(getattr(job.by, "language", settings.LANGUAGE_CODE)):
        try:
            with _signs_of_life(job):
                kind.run(job, Progress(job, stopping))
        except Stopped:
            _put_back(job)
        except Failed as failed:
            _end(job, JobStatus.FAILED, said=str(failed))
        except Exception:  # noqa: BLE001  (whatever it is, people are told that it ended)
            _unexpected(job, kind)
        else:
            _end(job, JobStatus.DONE)


def _unexpected(job: Job, kind: Kind) -> None:
    reference = secrets.token_hex(4).upper()
    log.exception("job %s (%s), reference %s", job.pk, job.kind, reference)
    if job.attempts <= kind.retries:
        wait = LATER[min(job.attempts, len(LATER)) - 1]
        _let_go(job, status=JobStatus.WAITING, due_at=timezone.now() + wait, reference=reference)
        return
    said = _(
        "It ended on a fault that nobody foresaw. What stood there before stands there still. Try it again; should it "
        "end like this once more, report it with this reference."
    )
    _end(job, JobStatus.FAILED, said=said, reference=reference)


def _end(job: Job, status: JobStatus, **written: str) -> None:
    _let_go(job, status=status, ended_at=timezone.now(), **written)


def _put_back(job: Job) -> None:
    """Nobody holds it any longer: whoever is next may take it, and it counts as never tried."""
    _let_go(job, status=JobStatus.WAITING, attempts=max(job.attempts - 1, 0))


def _let_go(job: Job, **written: object) -> None:
    Job.objects.filter(pk=job.pk, holder=job.holder, status=JobStatus.RUNNING).update(held_until=None, **written)


def _held(job: Job, **written: object) -> None:
    """Write something of a job that is still held; where another holds it, stop."""
    mine = Job.objects.filter(pk=job.pk, holder=job.holder, status=JobStatus.RUNNING)
    if not mine.update(held_until=timezone.now() + HOLD, **written):
        raise Stopped


@contextmanager
def _signs_of_life(job: Job) -> Iterator[None]:
    """Put off the hold every few seconds, whatever the work itself does.

    A database that is busy or away for a moment is asked again with the next sign: the hold outlasts some of them.
    """
    over = threading.Event()

    def sign() -> None:
        try:
            while not over.wait(SIGN):
                try:
                    _held(job)
                except DatabaseError as problem:
                    log.warning("No sign of life of job %s: %s", job.pk, problem)
                    connection.close()
        except Stopped:
            pass
        finally:
            connection.close()

    thread = threading.Thread(target=sign, name=f"signs of job {job.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def take_up_again(at: datetime) -> None:
    """Give back the jobs whose worker died; those that cannot be taken up, or died too often, were interrupted."""
    for job in Job.objects.filter(status=JobStatus.RUNNING, held_until__lt=at):
        kind = JOBS.get(job.kind)
        again = kind is not None and kind.resumable and job.attempts < TIMES
        end = {"status": JobStatus.WAITING} if again else {"status": JobStatus.INTERRUPTED, "ended_at": at}
        # Whoever gave a sign of life meanwhile keeps it.
        Job.objects.filter(pk=job.pk, holder=job.holder, held_until=job.held_until).update(held_until=None, **end)
