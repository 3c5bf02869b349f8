"""The portfolio."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires
from vitalfew_web.grading import gateways
from vitalfew_web.grading.forms import FrameForm
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.panels import framed, language, promoted, what_if_lost
from vitalfew_web.grading.permissions import FIGURES
from vitalfew_web.grading.selectors import runs_for
from vitalfew_web.grading.views.shared import drawn

PORTFOLIO = (("whale", "cost_to_serve"), ("bands", "concentration"), ("losses",))
"""The figures of the portfolio, row by row."""
LARGEST = 10
"""Customers that may be taken away to see what would be lost."""


@require_safe
@requires(FIGURES)
def portfolio(request: HttpRequest) -> HttpResponse:
    """Where the profit comes from, what serving costs, and what hangs on a few."""
    run = _held(request)
    content: dict[str, Any] = {"run": run}
    if run is not None:
        content |= drawn(gateways.figures_of(run.pk, language()), PORTFOLIO, leads=True)
        content |= {"lost": what_if_lost(run, request.GET.getlist("without"), LARGEST), "promoted": promoted(run)}
        content |= _frame(request, run)
    return render(request, "grading/portfolio.html", content)


@require_safe
@requires(FIGURES)
def selection(request: HttpRequest) -> HttpResponse:
    """Who stands inside a frame on the drawing of margin against cost to serve."""
    run = _held(request)
    if run is None:
        raise Http404
    return render(request, "grading/parts/selection.html", _frame(request, run))


def _held(request: HttpRequest) -> Run | None:
    return next((one for one in runs_for(asking(request)) if hasattr(one, "current")), None)


def _frame(request: HttpRequest, run: Run) -> dict[str, Any]:
    form = FrameForm(request.GET)
    return {"ranges": form, "framed": framed(run, form.ranges()) if form.is_valid() and form.ranges() else None}
