"""Pages of customers."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.selectors import asking, colleagues_of
from vitalfew_web.accounts.forms import KNOWLEDGE, AccountForm, FilterForm
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.panels import sections_of
from vitalfew_web.accounts.permissions import EDIT, EXPORT, VIEW
from vitalfew_web.accounts.selectors import account_for, groups_for, groups_of, listed_for
from vitalfew_web.accounts.services import Overtaken, change_account, open_account
from vitalfew_web.core.http import requires, sent, spread
from vitalfew_web.core.listing import Column, headings, page_of, with_query, without_formulas
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told

COLUMNS = [
    Column("name", gettext_lazy("Name"), sort="name"),
    Column("number", gettext_lazy("Number"), sort="number"),
    Column("channel_role", gettext_lazy("Role in the trade")),
    Column("industry", gettext_lazy("Industry")),
    Column("region", gettext_lazy("Region")),
    Column("owner", gettext_lazy("Owner"), sort="owner"),
    Column("changed", gettext_lazy("Changed"), sort="changed"),
]
LATEST = 50
"""Entries of the timeline that a page opens with."""


@require_safe
@requires(VIEW)
def list_accounts(request: HttpRequest) -> HttpResponse:
    """The customers that this person may see, as asked for in the address."""
    form = FilterForm(request.GET, user=asking(request))
    asked = form.asked(request.GET.get("sort", ""))
    page = page_of(listed_for(asking(request), asked), request.GET)
    content = {
        "form": form,
        "page": page,
        "headings": headings(COLUMNS, asked.sort, request.GET, descending=asked.descending),
        "groups": groups_for(asking(request)),
        "owners": colleagues_of(asking(request)) if asking(request).reach is not Reach.OWN else (),
        "chips": _chips(form, request),
        "is_filtered": any(form.cleaned_data.values()),
        "may_edit": asking(request).may(EDIT),
        "may_export": asking(request).may(EXPORT),
        "export_query": with_query(request.GET, page=None),
    }
    part = request.headers.get("HX-Target", "").endswith("results")
    return render(request, "accounts/parts/results.html" if part else "accounts/list.html", content)


def _chips(form: FilterForm, request: HttpRequest) -> list[dict[str, str]]:
    """The filters that are set, each with the address of the list without it."""
    shown = {
        "kind": dict(form.fields["kind"].choices),  # type: ignore[attr-defined]  # a choice field has choices
        "role": dict(form.fields["role"].choices),  # type: ignore[attr-defined]
    }
    chips = []
    for name, value in form.cleaned_data.items():
        if value and name != "q":
            text = str(shown[name][value] if name in shown else value)
            chips.append({"text": text, "url": with_query(request.GET, page=None, **{name: None})})
    return chips


@require_safe
@requires(VIEW)
def show_account(request: HttpRequest, number: str) -> HttpResponse:
    """One customer."""
    account = account_or_404(request, number)
    sections = sections_of(account, asking(request))
    content = {
        "account": account,
        "facts": [(head, facts) for head, facts in sections if head != KNOWLEDGE],
        "knowledge": [(head, facts) for head, facts in sections if head == KNOWLEDGE],
        "groups": groups_of(account, asking(request)),
        "entries": told(history_of(account)[:LATEST]),
        "may_edit": asking(request).may(EDIT),
    }
    return render(request, "accounts/account.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new_account(request: HttpRequest) -> HttpResponse:
    """Open a customer."""
    form = AccountForm(sent(request), initial={"owner": asking(request).pk}, user=asking(request))
    if request.method == "POST" and form.is_valid():
        try:
            account = open_account(fields=form.written(), by=asking(request), at=timezone.now())
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("{name} is a customer now.").format(name=account.name))
            return redirect("accounts:account", number=account.number)
    return render(request, "accounts/form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_account(request: HttpRequest, number: str) -> HttpResponse:
    """Change a customer; whoever saves second sees what the first one wrote."""
    account = account_or_404(request, number)
    initial = {"version": account.version}
    form = AccountForm(sent(request), instance=account, initial=initial, user=asking(request))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            changed = change_account(
                account=account, fields=form.written(), version=version, by=asking(request), at=timezone.now()
            )
        except Overtaken as overtaken:
            return _show_conflict(request, form, overtaken.now)
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:account", number=changed.number)
    content = {"form": form, "account": account}
    return render(request, "accounts/form.html", content, status=422 if form.errors else 200)


def _show_conflict(request: HttpRequest, form: AccountForm, now: Account) -> HttpResponse:
    """What this person typed beside what stands there now; saving again takes what was typed."""
    typed = form.written()
    differing = [
        {"label": form[name].label, "mine": value, "theirs": getattr(now, name)}
        for name, value in typed.items()
        if value != getattr(now, name)
    ]
    data = request.POST.copy()
    data["version"] = str(now.version)
    again = AccountForm(data, instance=now, user=asking(request))
    content = {"form": again, "account": now, "differing": differing, "latest": history_of(now).first()}
    return render(request, "accounts/form.html", content, status=409)


@require_safe
@requires(EXPORT)
def export_accounts(request: HttpRequest) -> StreamingHttpResponse:
    """The list as a CSV file, all pages of it."""
    asked = FilterForm(request.GET, user=asking(request)).asked(request.GET.get("sort", ""))
    rows = listed_for(asking(request), asked)
    answer = StreamingHttpResponse(_lines(rows.iterator(chunk_size=2000)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="customers.csv"'
    return answer


def _lines(rows: Iterator[Account]) -> Iterator[str]:
    """Lines of the file; a byte order mark first, so that spreadsheets see that it is UTF-8."""
    line = csv.writer(_Echo())
    yield "\ufeff" + line.writerow([str(column.label) for column in COLUMNS])
    for row in rows:
        cells = [row.name, row.number, row.get_channel_role_display(), row.industry, row.region]
        owner, changed = (row.owner.name if row.owner else ""), row.changed_at.date().isoformat()
        yield line.writerow([without_formulas(str(cell)) for cell in (*cells, owner, changed)])


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def account_or_404(request: HttpRequest, number: str) -> Account:
    """The customer with a number, or "not found"."""
    try:
        return account_for(asking(request), number)
    except Account.DoesNotExist:
        raise Http404 from None
