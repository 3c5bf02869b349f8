"""The page of a file that a worker makes, and the file itself."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.http import or_404
from vitalfew_web.core.registries import LISTS
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.work import gateways
from vitalfew_web.work.models import Export
from vitalfew_web.work.rules.exports import KEPT
from vitalfew_web.work.selectors import export_for
from vitalfew_web.work.services import EXPORT


@require_safe
@login_required
def show_export(request: HttpRequest, export: str) -> HttpResponse:
    """How far a file is, or where it can be had."""
    found = _export(request, export)
    job = last_job_of(found, EXPORT)
    content = {
        "export": found,
        "job": job,
        "is_at_work": job is not None and not job.has_ended,
        "has_failed": job is not None and job.has_ended and job.status != JobStatus.DONE,
        "until": found.asked_at + KEPT,
        "place": LISTS[found.list_name],
    }
    return render(request, "work/export.html", content)


@require_safe
def download_export(request: HttpRequest, export: str) -> FileResponse:
    """The file. Whoever is not logged in, or may not have it any more, is told that there is none."""
    if not request.user.is_authenticated:
        raise Http404
    found = _export(request, export)
    try:
        file = gateways.open_export(found.place)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(file, as_attachment=True, filename=found.file_name)


def _export(request: HttpRequest, key: str) -> Export:
    return or_404(export_for, asking(request), key, timezone.now())
