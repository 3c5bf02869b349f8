"""Pages of runs."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.selectors import names_of
from vitalfew_web.core.http import requires, sent
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import RunStatus
from vitalfew_web.grading.forms import StartForm
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.panels import (
    language,
    tone_of,
)
from vitalfew_web.grading.permissions import FIGURES, RUN
from vitalfew_web.grading.selectors import (
    runs_for,
    schemes_for,
)
from vitalfew_web.grading.services import (
    RUN_JOB,
    start_run,
)
from vitalfew_web.grading.views.shared import KEPT, MOST, differing_in, drawn, number_in, rights, run_or_404


@require_safe
@requires(FIGURES)
def list_runs(request: HttpRequest) -> HttpResponse:
    """All runs, newest first; the one that is being worked out shows how far it is."""
    runs = list(runs_for(asking(request))[:MOST])
    pending = next((run for run in runs if run.status == RunStatus.STARTED), None)
    content = {
        "runs": runs,
        "job": last_job_of(pending, RUN_JOB) if pending else None,
        "has_schemes": schemes_for(asking(request)).exists(),
        "has_facts": gateways.newest_version() is not None,
        **rights(request),
    }
    return render(request, "grading/runs.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RUN)
def new_run(request: HttpRequest) -> HttpResponse:
    """Grade all customers."""
    form = StartForm(sent(request), user=asking(request))
    if request.method == "POST" and form.is_valid():
        try:
            run = start_run(**form.cleaned_data, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("grading:run", key=run.pk)
    return render(request, "grading/new_run.html", {"form": form}, status=422 if form.errors else 200)


ROWS = (("pareto", "rfm", "types"), ("grades", "migration"), ("movers",), ("over_time", "segments"), ("vital_few",))
"""The figures of a run, row by row of its page; those that the facts cannot give are left out."""


@require_safe
@requires(FIGURES)
def show_run(request: HttpRequest, key: int) -> HttpResponse:
    """One run: what it says in words, and drawn."""
    run = run_or_404(request, key)
    figures = gateways.figures_of(run.pk, language()) if run.status == RunStatus.WHOLE else {}
    content = {
        "run": run,
        "job": None if run.status == RunStatus.WHOLE else last_job_of(run, RUN_JOB),
        **drawn(figures, ROWS, leads=hasattr(run, "current")),
        **rights(request),
    }
    return render(request, "grading/run.html", content)


@require_safe
@requires(FIGURES)
def compare(request: HttpRequest, key: int, earlier: int) -> HttpResponse:
    """Two runs held against each other: who moved, and what decided it."""
    later, before = run_or_404(request, key), run_or_404(request, earlier)
    others = [run for run in runs_for(asking(request))[:MOST] if run.status == RunStatus.WHOLE]
    content = {"run": later, "earlier": before, "others": others}
    if later.status != RunStatus.WHOLE or before.status != RunStatus.WHOLE:
        raise Http404
    way, page = request.GET.get("way", ""), max(number_in(request, "page"), 1)
    kept = f"grading.compare.{before.manifest}.{later.manifest}.{language()}.{way[:5]}.{page}"
    found = cache.get(kept)
    if found is None:
        try:
            with speaking(language()):
                found = gateways.compared(before.pk, later.pk, way, page)
        except Refusal as refusal:
            return render(request, "grading/compare.html", {**content, "refusal": str(refusal)})
        cache.set(kept, found, KEPT)
    content |= {"found": found, "movers": _toned(found["movers"], later, before), "way": way, "parts": _parts(found)}
    content["differing"] = differing_in(before.version, later.version)
    return render(request, "grading/compare.html", content)


def _toned(movers: list[dict[str, Any]], later: Run, before: Run) -> list[dict[str, Any]]:
    names = names_of([one["customer"] for one in movers])
    return [
        {
            **one,
            "name": names.get(one["customer"], one["name"]),
            "was_tone": tone_of(before, one["was"]),
            "now_tone": tone_of(later, one["now"]),
        }
        for one in movers
    ]


def _parts(found: dict[str, Any]) -> list[dict[str, Any]]:
    names = {
        "corrected": _("Corrected facts"),
        "own": _("Own figures"),
        "others": _("Others moved"),
        "parameters": _("Parameters"),
    }
    return [{**part, "label": names[part["name"]]} for part in found["parts"]]
