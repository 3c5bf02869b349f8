"""Files about objects, and the part of a page that shows them beside the tasks."""

from __future__ import annotations

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import back_to, or_404
from vitalfew_web.core.periods import short_moment
from vitalfew_web.core.registries import Named
from vitalfew_web.core.selectors import subject_named
from vitalfew_web.work import gateways
from vitalfew_web.work.models import File
from vitalfew_web.work.rules.contents import ENDINGS
from vitalfew_web.work.selectors import (
    file_for,
    files_about,
    tasks_about,
)
from vitalfew_web.work.services import (
    add_file,
    may_hang_on,
    remove_file,
    restore_file,
)

OPEN = 8
"""Open tasks that a page about an object shows."""


def _meant(request: HttpRequest, values: QueryDict) -> tuple[str, int, Named]:
    """The object that a request is about; not found where this person does not see it."""
    kind, key = values.get("kind", ""), values.get("key", "")
    number = int(key) if re.fullmatch("[0-9]{1,18}", key) else 0
    named = subject_named(asking(request), kind, number)
    if named is None:
        raise Http404
    return kind, number, named


@require_safe
@login_required
def about(request: HttpRequest) -> HttpResponse:
    """Tasks and files about an object, as a part of its page."""
    user = asking(request)
    kind, key, named = _meant(request, request.GET)
    now = timezone.now()
    rows = list(tasks_about(user, kind, key).open()[: OPEN + 1])
    content = {
        "kind": kind,
        "key": key,
        "named": named,
        "rows": [
            (task, short_moment(task.due_at, now, whole_day=task.due_time is None) if task.due_at else "")
            for task in rows[:OPEN]
        ],
        "more": len(rows) > OPEN,
        "files": files_about(user, kind, key)[:50],
        "may_add": may_hang_on(user, kind, key),
        "accept": ",".join(f".{ending}" for ending in ENDINGS),
    }
    return render(request, "work/parts/about.html", content)


@require_POST
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """Hang a file on an object. The last field of the form shows that all of it arrived (F-35)."""
    kind, key, named = _meant(request, request.POST)
    file = request.FILES.get("file")
    if not may_hang_on(asking(request), kind, key):
        raise PermissionDenied
    if "whole" not in request.POST:
        messages.error(request, _("The upload is incomplete: the line was cut. Nothing was kept; send it again."))
    elif file is None:
        messages.error(request, _("Choose a file first."))
    else:
        try:
            added = add_file(upload=file, subject=kind, subject_id=key, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            messages.error(request, problem.message)
        else:
            messages.success(request, _("{name} is kept.").format(name=added.name))
    return back_to(request, named.url)


@require_safe
@login_required
def download(request: HttpRequest, file: int) -> HttpResponse:
    """A file to save. It is never opened in a page of ours, whatever it holds."""
    found = _file(request, file)
    if found.removed_at:
        raise Http404
    try:
        answer = HttpResponse(gateways.content_of(found.place), content_type=found.kind)
    except FileNotFoundError:
        raise Http404 from None
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
@login_required
def remove(request: HttpRequest, file: int) -> HttpResponse:
    """Take a file off; the page offers to take that back."""
    found = _file(request, file)
    remove_file(file=found, by=asking(request), at=timezone.now())
    undo = reverse("work:restore", args=[found.pk])
    messages.success(request, _("{name} is removed.").format(name=found.name), extra_tags=undo)
    return back_to(request, reverse("work:today"))


@require_POST
@login_required
def restore(request: HttpRequest, file: int) -> HttpResponse:
    """Take a removal back."""
    found = _file(request, file)
    restore_file(file=found, by=asking(request), at=timezone.now())
    messages.success(request, _("{name} is there again.").format(name=found.name))
    return back_to(request, reverse("work:today"))


def _file(request: HttpRequest, key: int) -> File:
    return or_404(file_for, asking(request), key)
