"""The editor of a scheme: its fields, what a change would do, and publishing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires
from vitalfew_web.core.services import Overtaken
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import Scheme, SchemeVersion
from vitalfew_web.grading.panels import effect_of, knobs_of, language
from vitalfew_web.grading.permissions import EDIT, PUBLISH
from vitalfew_web.grading.selectors import current_run, published
from vitalfew_web.grading.services import save_draft
from vitalfew_web.grading.views.shared import publish, scheme_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """Change what a scheme says, in fields made from the engine's parameter models, or as a file."""
    scheme = scheme_or_404(request, key)
    document, faults = _typed(request, _newest(scheme).document)
    if request.method != "POST" or faults:
        return _edited(request, scheme, document, faults, 422 if faults else 200)
    try:
        saved = int(request.POST.get("saved") or 0)
        draft = save_draft(scheme=scheme, document=document, saved=saved, by=asking(request), at=timezone.now())
    except Overtaken:
        said = _("Somebody else saved this draft meanwhile. Yours stands below; look at theirs, then save again.")
        return _edited(request, scheme, document, {"": said}, 409)
    if request.POST.get("then") == "publish" and asking(request).may(PUBLISH):
        publish(request, draft)
    else:
        messages.success(request, _("The draft is saved. Nobody is graded by it before it is published."))
    return redirect("grading:scheme", key=key)


def _newest(scheme: Scheme) -> SchemeVersion:
    newest = scheme.versions.select_related("by").order_by("-number").first()
    assert newest is not None, "a scheme has a version from the first day"
    return newest


def _typed(request: HttpRequest, document: str) -> tuple[str, dict[str, str]]:
    """The document as it was typed, and what is wrong with it; what stands there where nothing was sent."""
    if request.method != "POST":
        return document, {}
    with speaking(language()):
        if "document" in request.POST:
            text = str(request.POST["document"])
            wrong = [issue for issue in gateways.issues(text, timezone.localdate()) if issue.level == "error"]
            return text, {issue.place or "document": issue.sentence for issue in wrong}
        values = {name.removeprefix("at:"): str(text) for name, text in request.POST.items() if name.startswith("at:")}
        if not values:
            return document, {"": _("Nothing was sent.")}
        try:
            return gateways.changed(document, values)
        except Refusal as refusal:
            return document, {"": str(refusal)}


def _edited(request: HttpRequest, scheme: Scheme, document: str, faults: dict[str, str], status: int) -> HttpResponse:
    newest, before = _newest(scheme), published(scheme)
    as_file = "document" in request.POST or request.GET.get("as") == "file"
    content: dict[str, Any] = {"scheme": scheme, "newest": newest, "before": before, "document": document}
    if not as_file:
        typed = {name.removeprefix("at:"): str(text) for name, text in request.POST.items()}
        try:
            with speaking(language()):
                content |= knobs_of(newest.document, before.document if before else newest.document, typed, faults)
        except Refusal as refusal:
            as_file, faults = True, {**faults, "": str(refusal)}
    content |= {"as_file": as_file, "faults": faults, "may_publish": asking(request).may(PUBLISH)}
    return render(request, "grading/edit_scheme.html", content, status=status)


@require_POST
@requires(EDIT)
def try_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """What the typed scheme would make of the figures of the run that holds: who moves, and why. Nothing is kept."""
    scheme = scheme_or_404(request, key)
    newest = _newest(scheme)
    document, faults = _typed(request, newest.document)
    with speaking(language()):
        issues = [] if faults else gateways.issues(document, timezone.localdate())
        content = effect_of(current_run(), document) if not faults else {}
    errors = len(faults) + sum(1 for issue in issues if issue.level == "error")
    content |= {
        "faults": faults,
        "issues": issues,
        "errors": errors,
        "may_publish": asking(request).may(PUBLISH),
        "needs_second": scheme.second_person,
    }
    return render(request, "grading/parts/effect.html", content, status=422 if faults else 200)
