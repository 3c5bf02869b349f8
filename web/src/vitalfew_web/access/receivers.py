"""What follows when somebody logs in, uses a session, logs out or sets another password."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from vitalfew_web.access.models import Login, User
from vitalfew_web.access.selectors import asking
from vitalfew_web.access.services import note_login, note_presence, password_changed

OFTEN = 60.0
"""Seconds between two notes that a session is in use."""

MOST = 10_000
_noted: dict[str, float] = {}
"""Session → when this process last noted it; a page need not ask the database for that."""


def presence(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: keep when each session was last used, once a minute at most."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        key = request.session.session_key if request.user.is_authenticated else None
        if key and time.monotonic() - _noted.get(key, -OFTEN) >= OFTEN:
            _remember(key)
            # A database that takes no writes still answers who reads.
            with suppress(DatabaseError):
                note_presence(session=key, address=address_of(request), at=timezone.now())
        return get_response(request)

    return answer


def logged_in(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:  # noqa: ARG001  (a signal)
    """A new session is there."""
    key = request.session.session_key
    if key:
        _remember(key)
        agent = request.headers.get("User-Agent", "")
        note_login(person=user, session=key, address=address_of(request), agent=agent, at=timezone.now())


def logged_out(sender: Any, request: HttpRequest, **more: Any) -> None:  # noqa: ARG001  (a signal)
    """A session is over."""
    if request.session.session_key:
        Login.objects.filter(session=request.session.session_key).delete()


def changed_password(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:  # noqa: ARG001  (a signal)
    """The session goes on under another key, all others end."""
    logged_in(sender, request, user)
    password_changed(person=asking(request), spare=request.session.session_key or "", at=timezone.now())


def _remember(key: str) -> None:
    if len(_noted) >= MOST:
        _noted.clear()
    _noted[key] = time.monotonic()


def address_of(request: HttpRequest) -> str:
    """The address of the net; behind a proxy what the one we trust says."""
    try:
        return str(get_adapter().get_client_ip(request))
    except (PermissionDenied, KeyError):
        return ""
