"""Notes on customers, their preview, and the timeline."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.models import Note
from vitalfew_web.accounts.permissions import NOTE, VIEW
from vitalfew_web.accounts.selectors import note_for
from vitalfew_web.accounts.services import Overtaken, change_note, delete_note, write_note
from vitalfew_web.accounts.views.accounts import account_or_404, version_in
from vitalfew_web.core.http import or_404, requires
from vitalfew_web.core.markup import rendered
from vitalfew_web.core.timeline import cursor_from, story


@require_safe
@requires(VIEW)
def show_timeline(request: HttpRequest, number: str) -> HttpResponse:
    """What happened to a customer, from a place in it on: a part for a page that asks, else a page of its own."""
    account = account_or_404(request, number)
    only = request.GET.get("only") == "changes"
    before = cursor_from(request.GET.get("before", ""))
    stretch = story(account, asking(request), before=before, only_changes=only)
    content = {"account": account, "stretch": stretch, "only_changes": only, "may_note": asking(request).may(NOTE)}
    part = "HX-Request" in request.headers
    return render(request, "accounts/parts/stretch.html" if part else "accounts/timeline.html", content)


@require_POST
@requires(NOTE)
def new_note(request: HttpRequest, number: str) -> HttpResponse:
    """Write a note."""
    account, text = account_or_404(request, number), request.POST.get("text", "")
    try:
        write_note(account=account, text=text, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        content = {"account": account, "text": text, "problem": problem.messages[0]}
        return render(request, "accounts/note.html", content, status=422)
    return redirect("accounts:account", number=account.number)


@require_POST
@requires(NOTE)
def preview_note(request: HttpRequest, number: str) -> HttpResponse:
    """How a note will look; nothing is kept."""
    account_or_404(request, number)
    return HttpResponse(rendered(request.POST.get("text", "")[:10_000]))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(NOTE)
def edit_note(request: HttpRequest, number: str, note: int) -> HttpResponse:
    """Change an own note."""
    held = _own(request, number, note)
    content = {"account": held.account, "note": held, "text": held.text, "version": held.version}
    content["versions"] = held.versions.order_by("-id")[:20]
    if request.method != "POST":
        return render(request, "accounts/note.html", content)
    text = request.POST.get("text", "")
    try:
        change_note(note=held, text=text, version=version_in(request), by=asking(request), at=timezone.now())
    except Overtaken:
        messages.warning(request, _("You changed this note elsewhere meanwhile. Below is what you typed now."))
        return render(request, "accounts/note.html", {**content, "text": text}, status=409)
    except ValidationError as problem:
        return render(
            request, "accounts/note.html", {**content, "text": text, "problem": problem.messages[0]}, status=422
        )
    return redirect("accounts:account", number=held.account.number)


@require_POST
@requires(NOTE)
def remove_note(request: HttpRequest, number: str, note: int) -> HttpResponse:
    """Delete an own note."""
    held = _own(request, number, note)
    try:
        delete_note(note=held, version=version_in(request), by=asking(request), at=timezone.now())
    except Overtaken:
        messages.warning(request, _("Somebody else wrote this meanwhile. Look at it, then write yours again."))
    else:
        messages.success(request, _("Deleted."))
    return redirect("accounts:account", number=held.account.number)


def _own(request: HttpRequest, number: str, key: int) -> Note:
    note = or_404(note_for, asking(request), number, key)
    if note.by_id != asking(request).pk:
        raise PermissionDenied("another's note")
    return note
