"""What programs send and get: who comes in by a token, strict reading of JSON, and one way to refuse.

A program is let in by what the middleware of `access` found of its token (`request.scopes`), never by a session.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from vitalfew_web.core.http import person

ROOT = "/api/"
JSON = "application/json"
FORM = "multipart/form-data"
NOTHING: Mapping[str, Any] = {}

View = Callable[..., HttpResponseBase]


class Refused(Exception):
    """A request of a program that is not carried out: `code` for the program, `what` and `do` for people."""

    def __init__(self, status: int, code: str, what: str, do: str = "", fields: Mapping[str, Any] = NOTHING) -> None:
        super().__init__(what)
        self.status, self.code, self.what, self.do, self.fields = status, code, what, do, fields

    def answer(self) -> JsonResponse:
        """As it is sent."""
        return refusal(self.status, self.code, self.what, self.do, self.fields)


def is_of_program(request: HttpRequest) -> bool:
    """Whether the address is one for programs."""
    return request.path.startswith(ROOT)


def refusal(status: int, code: str, what: str, do: str = "", fields: Mapping[str, Any] = NOTHING) -> JsonResponse:
    """What happened, what is safe, and what to do."""
    said: dict[str, Any] = {"code": code, "what": what, "safe": _safe(status), "do": do}
    if fields:
        said["fields"] = fields
    return JsonResponse({"error": said}, status=status, json_dumps_params={"ensure_ascii": False})


def _safe(status: int) -> str:
    if status == 409:
        return _("The same request is done once, however often it arrives.")
    return _("Nothing was changed.") if status < 500 else _("Nothing is half done.")


def told(content: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] = NOTHING) -> JsonResponse:
    """An answer; figures and days in the forms that programs read."""
    return JsonResponse(content, status=status, headers=dict(headers), json_dumps_params={"ensure_ascii": False})


def verbs(**views: View) -> View:
    """One address for programs: what each verb does. No token of a form is asked for, since no session lets anybody in."""
    allowed = sorted({*(name.upper() for name in views), *(["HEAD"] if "get" in views else [])})

    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            if getattr(request, "scopes", None) is None:
                _refuse_stranger()
            view = views.get("get" if request.method == "HEAD" else str(request.method).lower()) or _refused_verb(
                allowed
            )
            return view(request, *args, **kwargs)
        except Refused as refused:
            return _headed(refused.answer(), allowed)
        except Http404:
            do = _("Look at the number; of others' batches nothing is told.")
            return refusal(404, "not_found", _("There is nothing here, or nothing that you may see."), do)

    return answer


def _headed(answer: JsonResponse, allowed: list[str]) -> JsonResponse:
    if answer.status_code == 401:
        answer["WWW-Authenticate"] = "Bearer"
    if answer.status_code == 405:
        answer["Allow"] = ", ".join(allowed)
    return answer


def _refused_verb(allowed: list[str]) -> NoReturn:
    do = _("It takes {verbs}.").format(verbs=", ".join(allowed))
    raise Refused(405, "verb", _("This address does not take this verb."), do)


def _refuse_stranger() -> NoReturn:
    do = _("Send the header Authorization: Bearer and a token that holds. You make one in your settings, under Tokens.")
    raise Refused(401, "token", _("No token came with this request, or one that does not hold."), do)


def allows(*scopes: str, permission: str) -> Callable[[View], View]:
    """A view for programs whose token has one of the scopes, of people who have the permission now."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not set(scopes) & set(getattr(request, "scopes", ())):
                do = _("Make a token with this scope: {scope}.").format(scope=scopes[0])
                raise Refused(403, "scope", _("The token does not allow this."), do)
            if not person(request).may(permission):
                do = _("Ask an administrator for the right.")
                raise Refused(403, "permission", _("The person of this token may not do this."), do)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def refused_by(problem: ValidationError, code: str = "not_accepted", do: str = "") -> Refused:
    """What a form or a service refuses, as a program is told."""
    fields = problem.message_dict if hasattr(problem, "error_dict") else {}
    return Refused(
        400, code, " ".join(problem.messages), do, {name: each for name, each in fields.items() if name != "__all__"}
    )


def read_json(body: bytes) -> Any:
    """What a body says. Numbers are given as the text they stand as: an amount is exact whatever its length.

    Refused: what is no JSON, is nested too deeply, says a name twice, or holds NaN, Infinity or half a sign.
    """
    try:
        found = json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_each_once,
            parse_float=str,
            parse_int=str,
            parse_constant=_no_constant,
        )
    except RecursionError:
        raise Refused(400, "json", _("The JSON is nested too deeply.")) from None
    except UnicodeDecodeError:
        raise Refused(400, "json", _("The body is not UTF-8."), _("Send JSON in UTF-8.")) from None
    except ValueError as problem:
        what = _("The body is no JSON: {problem}.").format(problem=problem)
        raise Refused(400, "json", what, _("Send one JSON object and nothing after it.")) from None
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(400, "json", _("The name {name} stands twice in one object.").format(name=twice[:80]))
    return found


def _no_constant(word: str) -> NoReturn:
    raise Refused(400, "json", _("{word} is no number in JSON.").format(word=word))
