"""The portfolio."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires
from vitalfew_web.grading import gateways
from vitalfew_web.grading.panels import (
    language,
    promoted,
    what_if_lost,
)
from vitalfew_web.grading.permissions import FIGURES
from vitalfew_web.grading.selectors import (
    runs_for,
)
from vitalfew_web.grading.views.shared import drawn

PORTFOLIO = (("whale", "cost_to_serve"), ("bands", "concentration"), ("losses",))
"""The figures of the portfolio, row by row."""
LARGEST = 10
"""Customers that may be taken away to see what would be lost."""


@require_safe
@requires(FIGURES)
def portfolio(request: HttpRequest) -> HttpResponse:
    """Where the profit comes from, what serving costs, and what hangs on a few."""
    run = next((one for one in runs_for(asking(request)) if hasattr(one, "current")), None)
    content: dict[str, Any] = {"run": run}
    if run is not None:
        content |= drawn(gateways.figures_of(run.pk, language()), PORTFOLIO)
        content |= {"lost": what_if_lost(run, request.GET.getlist("without"), LARGEST), "promoted": promoted(run)}
    return render(request, "grading/portfolio.html", content)
