"""Where somebody is logged in, and ending that."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.models import User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import asking, sessions_of
from vitalfew_web.access.services import end_sessions
from vitalfew_web.core.http import requires


@require_safe
@login_required
def list_sessions(request: HttpRequest) -> HttpResponse:
    """Where the person who asks is logged in."""
    content = {"sessions": sessions_of(asking(request), timezone.now()), "own": request.session.session_key}
    return render(request, "access/sessions.html", content)


@require_POST
@login_required
def end_session(request: HttpRequest, key: int) -> HttpResponse:
    """End one of the own sessions."""
    own = request.session.session_key or ""
    if not end_sessions(person=asking(request), by=asking(request), at=timezone.now(), spare=own, only=key):
        raise Http404
    messages.success(request, _("That session is over."))
    return redirect("access:sessions")


@require_POST
@login_required
def end_others(request: HttpRequest) -> HttpResponse:
    """End all own sessions but this one."""
    own = request.session.session_key or ""
    end_sessions(person=asking(request), by=asking(request), at=timezone.now(), spare=own)
    messages.success(request, _("You are logged in here alone."))
    return redirect("access:sessions")


@require_POST
@requires(MANAGE)
def end_sessions_of(request: HttpRequest, key: int) -> HttpResponse:
    """End all sessions of somebody; they may log in again."""
    person = get_object_or_404(User, pk=key)
    own = request.session.session_key or ""
    end_sessions(person=person, by=asking(request), at=timezone.now(), spare=own)
    messages.success(request, _("{name} is logged out everywhere.").format(name=person.name))
    return redirect("access:person", key=person.pk)
