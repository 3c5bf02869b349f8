"""Pages of schemes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.selectors import names_of
from vitalfew_web.core.http import requires, sent, spread
from vitalfew_web.core.services import Overtaken
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import VersionStatus
from vitalfew_web.grading.forms import OpenForm, SettingsForm
from vitalfew_web.grading.models import Run, Scheme, SchemeVersion
from vitalfew_web.grading.panels import (
    language,
    measure_of,
    tone_of,
)
from vitalfew_web.grading.permissions import EDIT, FIGURES, PUBLISH
from vitalfew_web.grading.selectors import (
    current_run,
    schemes_for,
)
from vitalfew_web.grading.services import (
    change_scheme,
    hand_over,
    open_scheme,
    publish_version,
    save_draft,
)
from vitalfew_web.grading.views.shared import rights, scheme_or_404


@require_safe
@requires(FIGURES)
def list_schemes(request: HttpRequest) -> HttpResponse:
    """All schemes with the version that grades and the draft."""
    schemes = schemes_for(asking(request)).prefetch_related("versions")
    return render(request, "grading/schemes.html", {"schemes": schemes, **rights(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new_scheme(request: HttpRequest) -> HttpResponse:
    """Begin a scheme from a ready-made one."""
    form = OpenForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            scheme = open_scheme(**form.cleaned_data, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("grading:scheme", key=scheme.pk)
    summaries = [(one["title"][language()], one["summary"][language()]) for one in gateways.ready_made().values()]
    content = {"form": form, "summaries": summaries}
    return render(request, "grading/new_scheme.html", content, status=422 if form.errors else 200)


@require_safe
@requires(FIGURES)
def show_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """One scheme: its versions, what one says, what is wrong with it, and what differs from the one before."""
    scheme = scheme_or_404(request, key)
    versions = list(scheme.versions.select_related("by", "published_by"))
    newest = next((one for one in versions if str(one.number) == request.GET.get("version")), versions[0])
    before = next((one for one in versions if one.number < newest.number), None)
    draft = next((one for one in versions if one.status != VersionStatus.PUBLISHED), None)
    with speaking(language()):
        issues = gateways.issues(newest.document, timezone.localdate())
        differing = _differing(before, newest)
    content = {
        "scheme": scheme,
        "versions": versions,
        "newest": newest,
        "before": before,
        "draft": draft,
        "issues": issues,
        "differing": differing,
        "needs_second": bool(draft and scheme.second_person and draft.by_id == asking(request).pk),
    }
    return render(request, "grading/scheme.html", content | rights(request))


def _differing(before: SchemeVersion | None, newest: SchemeVersion) -> list[tuple[str, str, str]]:
    try:
        return gateways.differences(before.document, newest.document) if before else []
    except Refusal:
        return []


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """Change what a scheme says, in fields made from the engine's parameter models, or as a file."""
    scheme = scheme_or_404(request, key)
    newest = _newest(scheme)
    document, faults = _typed(request, newest.document)
    if request.method == "POST" and not faults:
        try:
            saved = int(request.POST.get("saved") or 0)
            save_draft(scheme=scheme, document=document, saved=saved, by=asking(request), at=timezone.now())
        except Overtaken:
            said = _("Somebody else saved this draft meanwhile. Yours stands below; look at theirs, then save again.")
            return _edited(request, scheme, document, {"": said}, 409)
        messages.success(request, _("The draft is saved. Nobody is graded by it before it is published."))
        return redirect("grading:scheme", key=key)
    return _edited(request, scheme, document, faults, 422 if faults else 200)


def _newest(scheme: Scheme) -> SchemeVersion:
    newest = scheme.versions.order_by("-number").first()
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
    newest = _newest(scheme)
    as_file = "document" in request.POST or request.GET.get("as") == "file"
    branches: list[gateways.Branch] = []
    if not as_file:
        try:
            with speaking(language()):
                branches = gateways.branches(newest.document)
        except Refusal as refusal:
            as_file, faults = True, {**faults, "": str(refusal)}
    typed = {name.removeprefix("at:"): str(text) for name, text in request.POST.items()}
    content = {
        "scheme": scheme,
        "newest": newest,
        "document": document,
        "as_file": as_file,
        "parts": [_part(branch, typed, faults) for branch in branches],
        "faults": faults,
    }
    return render(request, "grading/edit_scheme.html", content, status=status)


def _part(branch: gateways.Branch, typed: dict[str, str], faults: dict[str, str]) -> dict[str, Any]:
    fields = [
        {"leaf": leaf, "value": typed.get(leaf.path, leaf.value), "fault": faults.get(leaf.path, "")}
        for leaf in branch.leaves
    ]
    return {"branch": branch, "fields": fields}


SHOWN = 12
"""Movers that the effect of a draft names."""


@require_POST
@requires(EDIT)
def try_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """What the typed scheme would make of the figures of the run that holds: who moves, and why. Nothing is kept."""
    document, faults = _typed(request, _newest(scheme_or_404(request, key)).document)
    run = current_run()
    content: dict[str, Any] = {"run": run, "faults": faults}
    if run is not None and not faults:
        try:
            with speaking(language()):
                content |= _effect(run, gateways.simulated(run.pk, document))
        except Refusal as refusal:
            content["refusal"] = str(refusal)
        except gateways.TooLarge:
            said = _("The last run has too many customers to be tried on a page. Publish and grade instead.")
            content["refusal"] = said
    return render(request, "grading/parts/effect.html", content, status=422 if faults else 200)


def _effect(run: Run, found: dict[str, Any]) -> dict[str, Any]:
    movers = found.get("movers", [])[:SHOWN]
    names = names_of([one["customer"] for one in movers])
    return {
        "found": found,
        "movers": [
            {
                **one,
                "name": names.get(one["customer"], one["name"]),
                "was_tone": tone_of(run, one["was"]),
                "now_tone": tone_of(run, one["now"]),
            }
            for one in movers
        ],
        "counts": [{**one, "tone": tone_of(run, one["label"])} for one in found["counts"]],
        "unknown": ", ".join(measure_of(run, name) for name in found["unknown"]),
    }


@require_POST
@requires(EDIT)
def hand_over_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """Give the draft of a scheme to a second person."""
    scheme = scheme_or_404(request, key)
    draft = scheme.versions.exclude(status=VersionStatus.PUBLISHED).first()
    if draft is None:
        raise Http404
    try:
        hand_over(version=draft, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("A colleague who may publish takes it from here."))
    return redirect("grading:scheme", key=key)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def scheme_settings(request: HttpRequest, key: int) -> HttpResponse:
    """Name, rhythm, and whether a second person publishes."""
    scheme = scheme_or_404(request, key)
    form = SettingsForm(sent(request), instance=scheme)
    if request.method == "POST" and form.is_valid():
        try:
            change_scheme(
                scheme=scheme,
                fields=form.cleaned_data,
                by=asking(request),
                at=timezone.now(),
                today=timezone.localdate(),
            )
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("Saved."))
            return redirect("grading:scheme", key=key)
    content = {"form": form, "scheme": scheme}
    return render(request, "grading/scheme_settings.html", content, status=422 if form.errors else 200)


@require_POST
@requires(PUBLISH)
def publish_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """Let the draft of a scheme grade from now on."""
    scheme = scheme_or_404(request, key)
    draft = scheme.versions.exclude(status=VersionStatus.PUBLISHED).first()
    if draft is None:
        raise Http404
    try:
        publish_version(version=draft, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Version {number} grades from the next run on.").format(number=draft.number))
    return redirect("grading:scheme", key=key)
