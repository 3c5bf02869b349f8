"""The key customer list of a run, as a page and as documents."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires
from vitalfew_web.grading import gateways
from vitalfew_web.grading.models import KeyList, Run
from vitalfew_web.grading.panels import (
    book_of,
    document_of,
    exact_amount,
    short_amount,
    title_of,
)
from vitalfew_web.grading.permissions import FIGURES, PUBLISH
from vitalfew_web.grading.selectors import (
    key_customers,
)
from vitalfew_web.grading.services import (
    approve_list,
)
from vitalfew_web.grading.views.shared import rights, run_or_404


@require_safe
@requires(FIGURES)
def key_list(request: HttpRequest, key: int) -> HttpResponse:
    """The key customers of a run: as they are now, or as they were approved."""
    run = run_or_404(request, key)
    made = KeyList.objects.filter(run=run).select_related("approved_by").first()
    rows = made.rows if made else key_customers(run, timezone.localdate())
    content = {
        "run": run,
        "made": made,
        "holds": hasattr(run, "current"),
        "rows": [_listed(run, one) for one in rows],
        "joined": [one["name"] for one in made.joined] if made else [],
        "left": [one["name"] for one in made.left] if made else [],
        "grade": title_of(run, run.scale[0]["label"]) if run.scale else "",
        **rights(request),
    }
    return render(request, "grading/list.html", content)


def _listed(run: Run, one: dict[str, Any]) -> dict[str, Any]:
    amounts = {name: short_amount(one[name], run.digits) for name in ("sales", "contribution")}
    exact = {f"{name}_exact": exact_amount(one[name], run) for name in ("sales", "contribution")}
    return {**one, **amounts, **exact}


@require_POST
@requires(PUBLISH)
def approve(request: HttpRequest, key: int) -> HttpResponse:
    """Approve the key customer list of the run that holds."""
    run = run_or_404(request, key)
    try:
        approve_list(run=run, by=asking(request), at=timezone.now(), today=timezone.localdate())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("The list is approved. It stays as it is now, whatever comes after."))
    return redirect("grading:list", key=key)


@require_safe
@requires(FIGURES)
def key_list_page(request: HttpRequest, key: int) -> HttpResponse:
    """The approved list as PDF."""
    made = _approved(request, key)
    return _file(gateways.pdf(document_of(made)), "application/pdf", f"key-customers-{made.run.as_of}.pdf")


@require_safe
@requires(FIGURES)
def key_list_book(request: HttpRequest, key: int) -> HttpResponse:
    """The approved list as a workbook."""
    made = _approved(request, key)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _file(gateways.workbook(book_of(made)), kind, f"key-customers-{made.run.as_of}.xlsx")


def _approved(request: HttpRequest, key: int) -> KeyList:
    made = (
        KeyList.objects.filter(run=run_or_404(request, key))
        .select_related("run__version__scheme", "approved_by")
        .first()
    )
    if made is None:
        raise Http404
    return made


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
