"""Requests and answers: who may come in, what stands around a page, what a list is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from tempfile import NamedTemporaryFile
from typing import Any, ParamSpec, Protocol, TypeVar, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme

from vitalfew_web.core.registries import FRAME, Pinned, Place, finders, ordered

View = Callable[..., HttpResponseBase]
P = ParamSpec("P")
T = TypeVar("T")


class Person(Protocol):
    """What core knows of somebody who is logged in; the app of people says the rest."""

    name: str
    language: str
    time_zone: str
    theme: str

    def may(self, permission: str) -> bool:
        """Whether a permission is given."""


def person(request: HttpRequest) -> Person:
    """Who asks; only where somebody is logged in."""
    return cast("Person", request.user)


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, be it nothing; None where it is only looked at."""
    return request.POST if request.method == "POST" else None


def confidential(answer: HttpResponse) -> HttpResponse:
    """An answer that says what is protected: nothing of it is kept, not even for who sends a form twice."""
    answer.is_confidential = True  # type: ignore[attr-defined]  # a mark of ours on Django's answer
    return answer


def spread(form: BaseForm, problem: ValidationError) -> None:
    """Put what a service refused beside the fields that it speaks of."""
    for name, errors in problem.message_dict.items():
        form.add_error(name if name in form.fields else None, errors)


class SeeOther(HttpResponseRedirect):
    """What was sent is done; the page to look at now is another."""

    status_code = 303


def back_to(request: HttpRequest, otherwise: str) -> SeeOther:
    """Where the form was that was sent (its field `next`), if that is a page of ours."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return SeeOther(back if safe else otherwise)


def or_404(read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a selector reads; "not found" where it raises, alike for what belongs to others and for what is not there."""
    try:
        return read(*args, **kwargs)
    except ObjectDoesNotExist:
        raise Http404 from None


def requires(permission: str) -> Callable[[View], View]:
    """A view for logged-in people with this permission; others get "forbidden", strangers the login."""

    def guard(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not person(request).may(permission):
                raise PermissionDenied(permission)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def as_the_person_wants(get_response: View) -> View:
    """Middleware: pages in the language and the time zone of the person who asks."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return get_response(request)
        who = person(request)
        with translation.override(who.language), timezone.override(who.time_zone):
            found = get_response(request)
            found.headers.setdefault("Content-Language", who.language)
            # A page of one person is never kept where another could be shown it.
            found.headers.setdefault("Cache-Control", "no-store, private")
            return found

    return answer


def frame(request: HttpRequest) -> dict[str, Any]:
    """What stands around a page of a logged-in person: context processor. Worked out once, for the page and its parts."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    if not hasattr(request, "frame"):
        request.frame = _frame(request)  # type: ignore[attr-defined]  # kept with the request, as its session is
    return {"frame": request.frame}  # type: ignore[attr-defined]


def _frame(request: HttpRequest) -> dict[str, Any]:
    who = person(request)
    return {
        "navigation": [_shown(place, request) for place in places_of(who)],
        "creations": [_shown(place, request) for place in creations_of(who)],
        "pinned": [_pinned(each, request) for told in FRAME.pinned for each in told(who)],
        "person_name": who.name,
        "theme": who.theme,
        "palette_kinds": [(name, source.label) for name, source in finders()],
        "unread": FRAME.unread(who) if FRAME.unread else None,
        **{f"{part}_url": reverse(name) for part, name in FRAME.addresses.items() if _open(part, who)},
    }


def places_of(who: Person) -> list[Place]:
    """The navigation of somebody: what they may use."""
    return [place for place in ordered() if _may_use(who, place)]


def creations_of(who: Person) -> list[Place]:
    """What somebody may begin, as the menu "New" has it."""
    return [place for place in FRAME.creations if _may_use(who, place)]


def _may_use(who: Person, place: Place) -> bool:
    return not place.permission or who.may(place.permission)


def _pinned(each: Pinned, request: HttpRequest) -> dict[str, Any]:
    view = QueryDict(urlsplit(each.address).query).get("view")
    active = request.path == urlsplit(each.address).path and view == request.GET.get("view")
    return {"label": each.label, "url": each.address, "icon": each.icon, "active": active}


def _open(part: str, who: Person) -> bool:
    return part not in FRAME.closed or who.may(FRAME.closed[part])


def _shown(place: Place, request: HttpRequest) -> dict[str, Any]:
    url = reverse(place.url)
    active = request.path == url or (url != "/" and request.path.startswith(url))
    shown = {"label": place.label, "url": url, "icon": place.icon, "group": place.group, "key": place.key}
    return {**shown, "active": active, "count": None}


TOO_LARGE = "vf.too_large"
"""Set among the traits of a request whose file was larger than is taken."""


class Passing(TemporaryUploadedFile):
    """A file on its way in, in a folder of ours."""

    def __init__(self, name: str, kind: str, charset: str | None, extra: dict[str, Any] | None) -> None:
        settings.UPLOADS.mkdir(parents=True, exist_ok=True)
        held = NamedTemporaryFile(suffix=".upload", dir=settings.UPLOADS)  # noqa: SIM115  (closed with the request)
        UploadedFile.__init__(self, held, name, kind, 0, charset, extra)


class ToDisk(TemporaryFileUploadHandler):
    """Files of forms go to the disk part by part, into a folder of ours, and no further than the limit.

    What a killed process leaves there is swept within a day.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = Passing(self.file_name or "", self.content_type or "", self.charset, self.content_type_extra)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.UPLOAD_LIMIT:
            assert self.request is not None, "it handles a request"
            self.request.META[TOO_LARGE] = True
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
