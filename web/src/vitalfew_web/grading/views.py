"""Pages of grading."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew.errors import Refusal
from vitalfew.languages import speaking
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import account_for
from vitalfew_web.core.http import requires, sent
from vitalfew_web.core.selectors import last_job_of
from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.forms import OpenForm, StartForm
from vitalfew_web.grading.models import Run, Scheme
from vitalfew_web.grading.panels import chips_of, language, measure_of, playbook_of, title_of, tone_of
from vitalfew_web.grading.permissions import EDIT, FIGURES, PUBLISH, RUN, VIEW
from vitalfew_web.grading.selectors import moves_of, runs_for, schemes_for
from vitalfew_web.grading.services import RUN_JOB, open_scheme, publish_version, start_run

KEPT = 30 * 24 * 3600
"""Seconds for which a worked-out explanation is kept: the run that it speaks of never changes."""

MOST = 60
"""Runs that a page lists."""


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
        **_rights(request),
    }
    return render(request, "grading/runs.html", content)


def _rights(request: HttpRequest) -> dict[str, bool]:
    user = asking(request)
    return {"may_run": user.may(RUN), "may_edit": user.may(EDIT), "may_publish": user.may(PUBLISH)}


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
    run = _run(request, key)
    figures = gateways.figures_of(run.pk, language()) if run.status == RunStatus.WHOLE else {}
    content = {
        "run": run,
        "job": None if run.status == RunStatus.WHOLE else last_job_of(run, RUN_JOB),
        **_drawn(figures, ROWS),
        **_rights(request),
    }
    return render(request, "grading/run.html", content)


def _drawn(figures: dict[str, Any], rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """Sections in rows, and what the script that draws them needs."""
    if not figures:
        return {"figures": None}
    parts = {part["id"]: part for part in figures["sections"]}
    chosen = [[parts[name] for name in row if name in parts] for row in rows]
    shown = {part["id"] for row in chosen for part in row}
    charts = {name: part["chart"] for name, part in parts.items() if name in shown and part["chart"]}
    return {
        "figures": figures,
        "parts": [row for row in chosen if row],
        "data": {"words": figures["words"], "grades": figures["chips"], "charts": charts},
    }


def _run(request: HttpRequest, key: int) -> Run:
    found = runs_for(asking(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


@require_safe
@requires(FIGURES)
def list_schemes(request: HttpRequest) -> HttpResponse:
    """All schemes with the version that grades and the draft."""
    schemes = schemes_for(asking(request)).prefetch_related("versions")
    return render(request, "grading/schemes.html", {"schemes": schemes, **_rights(request)})


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
    """One scheme: its versions, and what the newest one says."""
    scheme = _scheme(request, key)
    versions = list(scheme.versions.select_related("by", "published_by"))
    draft = next((one for one in versions if one.status != VersionStatus.PUBLISHED), None)
    with speaking(language()):
        issues = gateways.issues(versions[0].document, timezone.localdate())
    content = {"scheme": scheme, "versions": versions, "newest": versions[0], "draft": draft, "issues": issues}
    return render(request, "grading/scheme.html", content | _rights(request))


@require_POST
@requires(PUBLISH)
def publish_scheme(request: HttpRequest, key: int) -> HttpResponse:
    """Let the draft of a scheme grade from now on."""
    scheme = _scheme(request, key)
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


def _scheme(request: HttpRequest, key: int) -> Scheme:
    found = schemes_for(asking(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


@require_safe
@requires(VIEW)
def why(request: HttpRequest, number: str) -> HttpResponse:
    """Why a customer has its grade: the whole."""
    account = _account(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    moves = [
        {
            "run": move.run,
            "was": move.was,
            "now": move.now,
            "was_tone": tone_of(move.run, move.was),
            "now_tone": tone_of(move.run, move.now),
            "reasons": move.reasons.get(language(), []),
        }
        for move in moves_of(account.pk)[:18]
    ]
    content: dict[str, Any] = {"account": account, "chip": chip, "moves": moves}
    if chip is not None:
        answer = cache.get(_kept(chip.run, account))
        content |= {"playbook": playbook_of(chip.run, chip.label), "answer": answer, **_said(answer, chip.run)}
    return render(request, "grading/why.html", content)


@require_safe
@requires(VIEW)
def card(request: HttpRequest, number: str) -> HttpResponse:
    """What a chip says where a pointer rests on it."""
    account = _account(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        raise Http404
    return render(request, "grading/parts/card.html", {"chip": chip})


@require_safe
@requires(VIEW)
def reasons(request: HttpRequest, number: str) -> HttpResponse:
    """The measures behind a grade and the smallest changes that would move it, worked out from the run's own file."""
    account = _account(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        raise Http404
    answer = cache.get(_kept(chip.run, account))
    if answer is None:
        try:
            with speaking(language()):
                answer = gateways.explained(chip.run_id, chip.grade.customer)
        except Refusal as refusal:
            return render(request, "grading/parts/reasons.html", {"refusal": str(refusal), "account": account})
        cache.set(_kept(chip.run, account), answer, KEPT)
    content = {"answer": answer, "chip": chip, "account": account, **_said(answer, chip.run)}
    return render(request, "grading/parts/reasons.html", content)


def _said(answer: dict[str, Any] | None, run: Run) -> dict[str, Any]:
    """An explanation as it is shown: measures by their names, tracks as long as the weights, ways up before ways down."""
    if answer is None:
        return {}
    weights = [abs(float(one["weight"] or 0)) for one in answer["inputs"]]
    most, whole = max(weights, default=0) or 1, sum(weights) or 1
    inputs = [
        {
            **one,
            "name": measure_of(run, one["metric"]),
            "length": round(100 * abs(float(one["weight"] or 0)) / most, 1),
            "filled": round(abs(float(one["weight"] or 0)) / most * float(one["points"] or 50), 1),
            "adds": None if one["weight"] is None else float(one["weight"]) * float(one["points"] or 50) / whole,
        }
        for one in answer["inputs"]
    ]
    order = [one["label"] for one in run.scale]
    place = order.index(answer["grade"]) if answer["grade"] in order else len(order)
    moving = [
        {
            **one,
            "name": measure_of(run, one["metric"]),
            "title": title_of(run, one["grade"]),
            "tone": tone_of(run, one["grade"]),
            "up": one["grade"] in order and order.index(one["grade"]) < place,
        }
        for one in answer["changes"]
        if one["grade"] is not None
    ]
    return {
        "inputs": inputs,
        "weighed": any(one["weight"] is not None for one in inputs),
        "ways": [*[one for one in moving if one["up"]][:4], *[one for one in moving if not one["up"]][:3]],
    }


def _kept(run: Run, account: Account) -> str:
    who = hashlib.sha256(account.number.encode()).hexdigest()[:32]
    return f"grading.why.{run.manifest}.{who}.{language()}"


def _account(request: HttpRequest, number: str) -> Account:
    try:
        return account_for(asking(request), number)
    except Account.DoesNotExist:
        raise Http404 from None
