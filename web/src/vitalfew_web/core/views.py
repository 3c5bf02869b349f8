"""How far work behind a page is, and the answers to "are you alive" and "are you ready"."""

import logging
import re
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views import defaults
from django.views.decorators.http import require_safe

from vitalfew_web.core.folding import LONGEST_INPUT, asked_for
from vitalfew_web.core.http import person, requires
from vitalfew_web.core.listing import page_of
from vitalfew_web.core.palette import found_for, preview_for
from vitalfew_web.core.permissions import ACCESS_LOG
from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS
from vitalfew_web.core.rules import State, state_of
from vitalfew_web.core.selectors import accesses, jobs_for
from vitalfew_web.core.worker import is_alive

log = logging.getLogger(__name__)


@require_safe
@login_required
def show_job(request: HttpRequest, key: int) -> HttpResponse:
    """How far a job is, as a part of the page that waits for it. Where it has ended that page loads itself anew."""
    job = get_object_or_404(jobs_for(request.user), pk=key)  # type: ignore[arg-type]  # somebody is logged in
    answer = render(request, "core/parts/progress.html", {"job": job})
    if job.has_ended and request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"
    return answer


def fault(request: HttpRequest) -> HttpResponse:
    """Answer what nobody foresaw: 503 where the database is away, takes no writes or has no room, each in its words; else 500."""
    problem = sys.exc_info()[1]
    state = state_of(problem)
    if state is State.FULL:
        log.critical("the disk of the database is full: writes are refused, reading goes on")
    if state is None and not isinstance(problem, OperationalError | InterfaceError):
        return defaults.server_error(request)
    # Without the request: whoever asks may stand in the database, too.
    said = render_to_string("503.html", {"state": state})
    return HttpResponse(said, status=503, headers={"Retry-After": "5"})


@require_safe
@requires(ACCESS_LOG)
def access_log(request: HttpRequest) -> HttpResponse:
    """Who had protected facts shown, whose, and why."""
    page = page_of(accesses(), request.GET)
    rows = [
        {
            "entry": entry,
            "what": FIELD_LABELS.get(entry.subject, {}).get(entry.after.get("item", ""), ""),
            "action": AUDIT_LABELS.get(entry.action, entry.action),
        }
        for entry in page.rows
    ]
    return render(request, "core/access_log.html", {"page": page, "rows": rows})


@require_safe
@login_required
def palette(request: HttpRequest) -> HttpResponse:
    """What a person may mean by what they typed: for the palette as a part, else as a page of its own."""
    text, only = request.GET.get("q", "")[:LONGEST_INPUT], request.GET.get("in", "")
    content = {"text": text, "only": only, "asked": asked_for(text), "sections": found_for(person(request), text, only)}
    part = request.headers.get("HX-Request")
    return render(request, "core/parts/palette_found.html" if part else "core/palette.html", content)


@require_safe
@login_required
def preview(request: HttpRequest) -> HttpResponse:
    """What is known of one object that was found."""
    key = request.GET.get("key", "")
    shown = preview_for(person(request), request.GET.get("kind", ""), int(key)) if NUMBER.fullmatch(key) else None
    if shown is None:
        raise Http404
    return render(request, "core/parts/preview.html", {"preview": shown})


NUMBER = re.compile("[0-9]{1,18}")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers, and 503 when it does not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


LEAST_FREE = 100_000_000
"""Bytes that must be free on the disk of the database for the application to be ready."""


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Whether everything that an answer needs is there: 200, or 503 with what is missing.

    A worker that is away is said and makes no 503: pages are answered without, and work waits for it.
    """
    database = _migrated()
    needed = {"database": database, "disk": _has_room(settings.DATA), "store": _takes_files(settings.DATA)}
    more = {"worker": database and is_alive(timezone.now()), "version": version("vitalfew-web")}
    return JsonResponse({**needed, **more}, status=200 if all(needed.values()) else 503)


def _takes_files(folder: Path) -> bool:
    """Whether files can be written where the facts lie."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _has_room(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free > LEAST_FREE


def _migrated() -> bool:
    """Whether the database answers and has all the tables of this version."""
    try:
        plan = MigrationExecutor(connection)
        return not plan.migration_plan(plan.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
