"""Programs at the door: known by their token, counted, and refused in JSON whatever refuses them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access.models import Token
from vitalfew_web.access.receivers import address_of
from vitalfew_web.access.selectors import token_known_by
from vitalfew_web.access.services import note_use
from vitalfew_web.core.api import FORM, JSON, Refused, is_of_program

BEARER = re.compile(r"Bearer ([\x21-\x7e]{1,200})", re.IGNORECASE)
MINUTE = 60
MOST = 120
"""Requests of one token in a minute."""

WRONG = 30
"""Requests without a token that holds, from one address in a minute; beyond that no token is looked up."""

OFTEN = timedelta(minutes=1)
AROUND = 1_000_000
"""Bytes that fields and borders of a form may take around its file."""

CODES = {400: "request", 403: "forbidden", 404: "not_found", 405: "verb", 413: "too_large", 503: "away"}


def by_token(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: under the root of programs a token lets in and nothing else; a session that comes along counts nothing."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not is_of_program(request):
            return get_response(request)
        request.user = AnonymousUser()
        found = _answer(request, get_response)
        found.headers.setdefault("Cache-Control", "no-store, private")
        return found

    return answer


def _answer(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponseBase]) -> HttpResponseBase:
    try:
        _let_in(request, timezone.now())
        _refuse_size(request)
    except Refused as refused:
        return _headed(refused.answer())
    return _in_json(get_response(request))


def _let_in(request: HttpRequest, at: datetime) -> None:
    """Who the token speaks for; nobody where there is none that holds."""
    address = address_of(request)
    token = _token(request, address, at)
    if token is None:
        _count(f"wrong-{address}", WRONG)
        return
    _count(f"token-{token.pk}", MOST)
    request.user, request.scopes, request.token = token.person, frozenset(token.scopes), token.name  # type: ignore[attr-defined]
    if token.used_at is None or at - token.used_at >= OFTEN or token.address != address:
        # A database that takes no writes still answers who reads.
        with suppress(DatabaseError):
            note_use(token=token, address=address, at=at)


def _token(request: HttpRequest, address: str, at: datetime) -> Token | None:
    found = BEARER.fullmatch(request.headers.get("Authorization", "").strip())
    if not found or int(cache.get(_window(f"wrong-{address}"), 0)) >= WRONG:
        return None
    return token_known_by(found[1], at)


def _window(who: str) -> str:
    return f"api-{who}-{int(time.time() // MINUTE)}"


def _count(who: str, most: int) -> None:
    """One more request in this minute. Refused: more than `most`. Where nothing can be counted nobody is refused."""
    with suppress(DatabaseError, ValueError):
        key = _window(who)
        cache.add(key, 0, 2 * MINUTE)
        if cache.incr(key) > most:
            do = _("Wait a minute, then go on more slowly: {n} requests a minute are taken.").format(n=most)
            raise Refused(429, "too_many", _("Too many requests came in one minute."), do)


def _refuse_size(request: HttpRequest) -> None:
    """Refuse by its announced length what is larger than is taken, before any of it is read."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if "HTTP_TRANSFER_ENCODING" in request.META and announced == "0":
        raise Refused(411, "length", _("The request does not say how long it is."), _("Send Content-Length."))
    most = settings.UPLOAD_LIMIT + AROUND if request.content_type == FORM else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if announced.isdigit() and int(announced) > most:
        what = _("The request is larger than {n} bytes.").format(n=most)
        do = _("Send fewer rows at once, or a file, which may be larger.") if request.content_type == JSON else ""
        raise Refused(413, "too_large", what, do)


def _in_json(answer: HttpResponseBase) -> HttpResponseBase:
    """Whatever refused it on the way, a program reads JSON."""
    if answer.status_code < 400 or str(answer.get("Content-Type", "")).startswith(JSON):
        return answer
    said = Refused(answer.status_code, CODES.get(answer.status_code, "fault"), _what(answer.status_code)).answer()
    if "Retry-After" in answer.headers:
        said["Retry-After"] = answer.headers["Retry-After"]
    return said


def _what(status: int) -> str:
    if status >= 500:
        return _("It could not be done now. Send it again with the same Idempotency-Key.")
    return _("There is no such address.") if status == 404 else _("The request cannot be understood.")


def _headed(answer: HttpResponseBase) -> HttpResponseBase:
    if answer.status_code == 429:
        answer["Retry-After"] = str(MINUTE)
    return answer
