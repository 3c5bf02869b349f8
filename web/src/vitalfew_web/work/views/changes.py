"""The page of a change of very many rows, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.http import SeeOther, or_404
from vitalfew_web.core.registries import LISTS
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.work.models import Change
from vitalfew_web.work.selectors import change_for
from vitalfew_web.work.services import CHANGE, take_change_back


@require_safe
@login_required
def show_change(request: HttpRequest, change: int) -> HttpResponse:
    """How far it is, or what came of it."""
    found = _change(request, change)
    job = last_job_of(found, CHANGE)
    has_ended = job is None or job.has_ended
    content = {
        "change": found,
        "job": job,
        "has_ended": has_ended,
        "has_failed": has_ended and job is not None and job.status != JobStatus.DONE,
        "undone_by": getattr(found, "undone_by", None),
        "more": found.left - len(found.refused),
        "place": LISTS[found.list_name],
    }
    return render(request, "work/change.html", content)


@require_POST
@login_required
def undo_change(request: HttpRequest, change: int) -> HttpResponse:
    """Let a worker take it back; its page says how far it is."""
    found = _change(request, change)
    try:
        found = take_change_back(change=found, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.warning(request, problem.messages[0])
    return SeeOther(reverse("work:change", args=[found.pk]))


def _change(request: HttpRequest, key: int) -> Change:
    return or_404(change_for, asking(request), key)
