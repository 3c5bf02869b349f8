"""One intent, one effect: a form that arrives twice is done once, and both senders see the same answer (decision 0022).

Every form carries a key of its own, drawn when it is shown (templatetags/forms.py); a program sends one in a header.
The first request with a key takes it, by a row that the database lets nobody write twice. What it changes is marked in
the transaction of the change (`mark_effect`, called where changes are recorded), so that a process that dies between
the change and its answer leaves no doubt either. Refused requests give the key back: a form mended and sent again is
another try of the same intent.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.core.api import is_of_program, refusal, told
from vitalfew_web.core.models import Intent

FIELD = "vf-key"
"""Name of the hidden field."""

HEADER = "Idempotency-Key"
FORM = re.compile(r"[A-Za-z0-9_-]{16,64}")
"""What a key looks like: nobody finds 128 random bits by trying."""

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
WAIT = 5.0
"""Seconds that a second request waits for the answer of the first before it is told to come again."""

GIVEN_UP = timedelta(minutes=2)
"""After this time without an end the first one is taken for dead, and its key may be taken over."""

KEPT = timedelta(hours=24)
SMALL = 16_000
"""Bytes of an answer that are kept; where it was longer the second sender is told that it was done."""

TOLD = ("Location", "HX-Redirect", "HX-Location", "HX-Refresh", "HX-Trigger", "Content-Type")
"""Headers that belong to an answer."""

Answer = Callable[[HttpRequest], HttpResponseBase]
_current: ContextVar[tuple[int, str] | None] = ContextVar("intent", default=None)


class TakenOver(Exception):
    """The request was given up and another has taken its key: what it did must not stay."""


def new_key() -> str:
    """A key that nobody had before."""
    return secrets.token_urlsafe(24)


def once(get_response: Answer) -> Answer:
    """Middleware: requests of a logged-in person that carry a key take effect once."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        key = _key_of(request)
        if not key:
            return get_response(request)
        if not FORM.fullmatch(key):
            return _told(request, 400, _("This key cannot be used"), _("Nothing was changed. Load the page anew."))
        return _answer_of(request, key, get_response)

    return answer


def mark_effect() -> None:
    """Note, in the transaction of a change, that the request which is under way has changed something."""
    held = _current.get()
    if held and not Intent.objects.filter(pk=held[0], holder=held[1]).update(has_effect=True):
        raise TakenOver


def forget_old(at: datetime) -> None:
    """Drop the keys of yesterday."""
    Intent.objects.filter(at__lt=at - KEPT).delete()


def _key_of(request: HttpRequest) -> str | None:
    """The key of a request that may change something; None where it has none, or nobody is logged in."""
    if request.method not in UNSAFE or not request.user.is_authenticated:
        return None
    return request.headers.get(HEADER) or (request.POST.get(FIELD) if request.method == "POST" else None)


def _answer_of(request: HttpRequest, key: str, get_response: Answer) -> HttpResponseBase:
    fingerprint = _fingerprint(request)
    person = cast("int", request.user.pk)
    intent, is_mine = _taken(person, key, fingerprint, timezone.now())
    if is_mine:
        return _first(intent, request, get_response)
    if intent.fingerprint != fingerprint:
        return _told(
            request,
            422,
            _("This was used for another request"),
            _(
                "The form was sent before with other content, and that was done. Nothing was changed now. Load the "
                "page anew to see how it stands, then change it again."
            ),
        )
    return _second(intent, request, get_response)


def _taken(person: int, key: str, fingerprint: str, at: datetime) -> tuple[Intent, bool]:
    """The intent of a key, and whether it is the caller's to carry out."""
    found = Intent.objects.filter(by_id=person, key=key).first()
    holder = secrets.token_hex(8)
    if found is None:
        try:
            with transaction.atomic():
                made = Intent.objects.create(by_id=person, key=key, fingerprint=fingerprint, holder=holder, at=at)
        except IntegrityError:
            return Intent.objects.get(by_id=person, key=key), False
        return made, True
    dead = Intent.objects.filter(pk=found.pk, holder=found.holder, status=None, has_effect=False)
    if found.fingerprint == fingerprint and dead.filter(at__lt=at - GIVEN_UP).update(holder=holder, at=at):
        found.holder = holder
        return found, True
    return found, False


def _first(intent: Intent, request: HttpRequest, get_response: Answer) -> HttpResponseBase:
    """Carry it out and keep the answer; a request that was refused and changed nothing gives its key back."""
    with _under_way(intent):
        found = get_response(request)
    mine = Intent.objects.filter(pk=intent.pk, holder=intent.holder)
    if found.status_code >= 400 and mine.filter(has_effect=False).delete()[0]:
        return found
    headers = {name: found.headers[name] for name in TOLD if name in found.headers}
    mine.update(status=found.status_code, headers=headers, body=_body_of(found))
    return found


@contextmanager
def _under_way(intent: Intent) -> Iterator[None]:
    token = _current.set((intent.pk, intent.holder))
    try:
        yield
    finally:
        _current.reset(token)


def _body_of(answer: HttpResponseBase) -> str | None:
    """What an answer says; None where it is too long to keep, no text, or not to be kept (http.confidential)."""
    if not isinstance(answer, HttpResponse) or getattr(answer, "is_confidential", False) or len(answer.content) > SMALL:
        return None
    try:
        return answer.content.decode()
    except UnicodeDecodeError:
        return None


def _second(intent: Intent, request: HttpRequest, get_response: Answer) -> HttpResponseBase:
    """The answer of the first, waited for a little; while there is none, word of when to come again."""
    end = time.monotonic() + WAIT
    while intent.status is None and not _is_lost(intent) and time.monotonic() < end:
        time.sleep(0.05)
        try:
            intent.refresh_from_db()
        except Intent.DoesNotExist:  # the first was refused and changed nothing: this one is judged by itself
            return _answer_of(request, intent.key, get_response)
    if intent.status is None and not _is_lost(intent):
        answer = _told(
            request,
            409,
            _("This is still being done"),
            _(
                "It was sent before and is under way; it is done once, however often it arrives. Look again in a moment."
            ),
        )
        answer["Retry-After"] = "2"
        return answer
    return _again(intent, request)


def _is_lost(intent: Intent) -> bool:
    """Whether something was changed by a process that then died before it could answer."""
    return intent.status is None and intent.has_effect and intent.at < timezone.now() - GIVEN_UP


def _again(intent: Intent, request: HttpRequest) -> HttpResponse:
    """The answer that was kept."""
    if intent.status is None or intent.body is None or intent.status >= 500:
        return _told(request, 200, _("This was done already"), _("It was sent twice and saved once. All is well."))
    if "Location" in intent.headers and not is_of_program(request):
        messages.info(request, _("This was sent twice and saved once."))
    return HttpResponse(intent.body, status=intent.status, headers=intent.headers)


def _told(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    if is_of_program(request):
        said = f"{title}. {text}"
        return refusal(status, "idempotency_key", said) if status >= 400 else told({"done": True, "what": said})
    return render(request, "core/once.html", {"title": title, "text": text}, status=status)


def _fingerprint(request: HttpRequest) -> str:
    """The digest of what is asked for: address and content, without what differs from one showing to the next."""
    # With our key, so that nobody finds by trying what a protected field was given.
    what = f"{request.method} {request.get_full_path()}\n".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), what, hashlib.sha256)
    if request.content_type not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        digest.update(request.body)
        return digest.hexdigest()
    for name in sorted(set(request.POST) - {FIELD, "csrfmiddlewaretoken"}):
        digest.update(repr((name, request.POST.getlist(name))).encode())
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            digest.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    return digest.hexdigest()
