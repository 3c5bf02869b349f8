"""What a list of customers asks for of one row: a field edited in its place, the customer beside the list."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.forms import CellForm
from vitalfew_web.accounts.lists import COLUMNS, EDITED, address_of, columns_for, fields_for, look_up, may_pick
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.panels import sections_of
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.accounts.services import Overtaken
from vitalfew_web.accounts.services import edit_cell as change_cell
from vitalfew_web.accounts.views.accounts import account_or_404
from vitalfew_web.core.http import requires, sent, spread
from vitalfew_web.core.listing import chosen, names_in, row_of
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told

LATEST = 5
"""Entries of the timeline that stand beside a list."""


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_cell(request: HttpRequest, number: str, field: str) -> HttpResponse:
    """The row of a customer with one field to write in, or as it is once that was saved."""
    account = account_or_404(request, number)
    if field not in EDITED:
        raise Http404(field)
    if field not in fields_for(asking(request)):
        return HttpResponse(status=403)
    initial = {"version": account.version}
    form = CellForm(sent(request), instance=account, initial=initial, user=asking(request), field=field)
    if request.method == "POST" and form.is_valid():
        return _save(request, account, field, form)
    return _row(request, account, field, form, status=422 if form.errors else 200)


def _save(request: HttpRequest, account: Account, field: str, form: CellForm) -> HttpResponse:
    user, at, value = asking(request), timezone.now(), form.cleaned_data[field]
    version = form.cleaned_data["version"] or 0
    try:
        changed, step = change_cell(account=account, field=field, value=value, version=version, by=user, at=at)
    except Overtaken as overtaken:
        return _conflict(request, overtaken.now, field)
    except ValidationError as problem:
        spread(form, problem)
        return _row(request, account, field, form, status=422)
    if step:
        messages.success(request, _("Saved."), extra_tags=reverse("work:undo", args=[step.pk]))
    return _row(request, changed, is_saved=True)


def _conflict(request: HttpRequest, now: Account, field: str) -> HttpResponse:
    """What stands there now said beside what was typed; Enter takes what was typed."""
    data = request.POST.copy()
    data["version"] = str(now.version)
    form = CellForm(data, instance=Account.objects.get(pk=now.pk), user=asking(request), field=field)
    form.full_clean()
    latest = history_of(now).first()
    column = next(column for column in COLUMNS if column.field == field)
    who = latest.by.name if latest and latest.by else "Vital Few"
    return _row(request, now, field, form, status=409, overtaken={"who": who, "value": column.of(now) or "–"})


def _row(
    request: HttpRequest,
    account: Account,
    field: str = "",
    form: CellForm | None = None,
    status: int = 200,
    *,
    is_saved: bool = False,
    **more: Any,
) -> HttpResponse:
    user, place = asking(request), urlsplit(request.headers.get("HX-Current-URL", ""))
    columns = chosen(columns_for(user), names_in(QueryDict(place.query)))
    # A field that was not accepted is on the row as it was typed; the row shows what is saved.
    shown = Account.objects.select_related("owner").get(pk=account.pk)
    look_up(user, [shown])
    row = row_of(
        shown,
        columns,
        url=address_of(shown),
        fields=fields_for(user),
        edited=field,
        form=form,
        can_pick=may_pick(user),
        is_saved=is_saved,
    )
    content = {
        **more,
        "row": row,
        "is_saved": is_saved,
        "back": f"{place.path}?{place.query}" if place.path else reverse("accounts:list"),
        "is_part": True,
    }
    return render(request, "core/parts/row_answer.html", content, status=status)


@require_safe
@requires(VIEW)
def peek_account(request: HttpRequest, number: str) -> HttpResponse:
    """A customer beside the list; as a page of its own where it is asked for by itself."""
    account = account_or_404(request, number)
    if not request.headers.get("HX-Request"):
        return redirect("accounts:account", number=account.number)
    content = {
        "account": account,
        "sections": sections_of(account, asking(request)),
        "entries": told(history_of(account)[:LATEST]),
        "may_edit": asking(request).may(EDIT),
    }
    return render(request, "accounts/parts/peek.html", content)
