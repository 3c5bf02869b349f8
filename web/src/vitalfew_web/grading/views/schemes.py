"""Pages of schemes."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires, sent, spread
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import VersionStatus
from vitalfew_web.grading.forms import OpenForm, SettingsForm
from vitalfew_web.grading.panels import (
    language,
)
from vitalfew_web.grading.permissions import EDIT, FIGURES, PUBLISH
from vitalfew_web.grading.selectors import (
    schemes_for,
)
from vitalfew_web.grading.services import (
    change_scheme,
    hand_over,
    open_scheme,
)
from vitalfew_web.grading.views.shared import differing_in, publish, rights, scheme_or_404


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
        differing = differing_in(before, newest)
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
    publish(request, draft)
    return redirect("grading:scheme", key=key)
