"""Grades by hand."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import requires, sent
from vitalfew_web.grading.forms import OverrideForm
from vitalfew_web.grading.models import Override
from vitalfew_web.grading.panels import (
    chips_of,
    grade_choices,
)
from vitalfew_web.grading.permissions import FIGURES, OVERRIDE, VIEW
from vitalfew_web.grading.selectors import (
    overrides_for,
)
from vitalfew_web.grading.services import (
    end_override,
    override_grade,
)
from vitalfew_web.grading.views.shared import MOST, account_or_404


@require_safe
@requires(VIEW)
def list_overrides(request: HttpRequest) -> HttpResponse:
    """The grades by hand that hold, of the customers that this person sees; those that end next first."""
    made = list(overrides_for(asking(request), timezone.localdate())[:MOST])
    chips = chips_of([one.account_id for one in made])
    rows = [{"made": one, "chip": chips.get(one.account_id)} for one in made]
    return render(request, "grading/overrides.html", {"rows": rows, "may_see": asking(request).may(FIGURES)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(OVERRIDE)
def override(request: HttpRequest, number: str) -> HttpResponse:
    """Give a customer another grade for a time."""
    account = account_or_404(request, number)
    chip = chips_of([account.pk]).get(account.pk)
    if chip is None:
        raise Http404
    choices = [(label, title) for label, title in grade_choices() if label != chip.grade.label]
    form = OverrideForm(sent(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            override_grade(
                account=account,
                **form.cleaned_data,
                by=asking(request),
                at=timezone.now(),
                today=timezone.localdate(),
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, _("The grade is changed. It ends by itself."))
            return redirect("grading:why", number=account.number)
    content = {"form": form, "account": account, "chip": chip}
    return render(request, "grading/override.html", content, status=422 if form.errors else 200)


@require_POST
@requires(OVERRIDE)
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Let the grade of the run hold again."""
    account = account_or_404(request, number)
    try:
        end_override(account=account, by=asking(request), at=timezone.now())
    except Override.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("The grade of the run holds again."))
    return redirect("grading:why", number=account.number)
