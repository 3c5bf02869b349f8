"""The process behind the pages: one thread for long work, one for quick work and for what is done regularly."""

from __future__ import annotations

import ctypes
import gc
import logging
import sys
import threading
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from vitalfew_web.core.jobs import carry_out, take_one
from vitalfew_web.core.models import Round
from vitalfew_web.core.registries import REGULAR

log = logging.getLogger(__name__)

PAUSE = 0.5
"""Seconds until an idle worker looks again."""

HEARTBEAT = "core.jobs"
"""The round that shows whether a worker is alive: the one with the shortest time between."""

RESTING = timedelta(minutes=10)
"""How long a round that is under way keeps others from beginning it; a worker that dies in it blocks it no longer."""


def work(stopping: threading.Event) -> None:
    """Work until told to stop. A database that is away for a while is waited for."""
    beside = threading.Thread(target=_loop, args=(stopping,), kwargs={"quick": True}, name="quick work")
    beside.start()
    _loop(stopping, quick=False)
    beside.join()


def _loop(stopping: threading.Event, *, quick: bool) -> None:
    try:
        while not stopping.is_set():
            close_old_connections()
            try:
                busy = work_once(timezone.now(), stopping, quick=quick)
            except DatabaseError:
                log.exception("the database does not answer; trying again")
                busy = False
            if not busy:
                stopping.wait(PAUSE)
    finally:
        connection.close()


def work_once(at: datetime, stopping: threading.Event, *, quick: bool) -> bool:
    """Do what is due regularly (the quick thread) and one job; gives whether there was one."""
    if quick:
        go_round(at)
    job = take_one(at, quick=quick)
    if job is not None:
        carry_out(job, stopping)
        give_back_memory()
    return job is not None


def give_back_memory() -> None:
    """Return to the system what a job held and holds no longer: the next one may need as much, and so may others.

    The system's own allocator keeps freed memory to itself; where it is another one there is nothing to ask.
    """
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def go_round(at: datetime) -> None:
    """Do everything that is due regularly, each by one worker alone. A fault of one keeps no other from its turn."""
    resting = set(Round.objects.filter(next_at__gt=at).values_list("name", flat=True))
    for name, regular in REGULAR.items():
        if name in resting or not _mine(name, at):
            continue
        try:
            regular.run(at)
        except Exception:
            log.exception("regular work %s", name)
        Round.objects.filter(name=name).update(next_at=at + regular.every)


def _mine(name: str, at: datetime) -> bool:
    """Whether a round is due, and now in the hands of the caller."""
    if Round.objects.filter(name=name, next_at__lte=at).update(next_at=at + RESTING):
        return True
    return Round.objects.get_or_create(name=name, defaults={"next_at": at + RESTING})[1]


def is_alive(at: datetime) -> bool:
    """Whether a worker was at work within the last half minute: what it does every few seconds is not overdue."""
    return Round.objects.filter(name=HEARTBEAT, next_at__gt=at - timedelta(seconds=30)).exists()
