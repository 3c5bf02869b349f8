"""Pages of customers."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.forms import AccountForm
from vitalfew_web.accounts.lists import NAME, Customers, exported
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.permissions import EDIT, EXPORT, VIEW
from vitalfew_web.accounts.selectors import account_for, groups_of
from vitalfew_web.accounts.services import Overtaken, change_account, open_account
from vitalfew_web.core.http import SeeOther, or_404, requires, sent, spread
from vitalfew_web.core.listing import TooLong, answer, answer_views, as_file, asks_for_views, carry_out, selected_in
from vitalfew_web.core.panels import marks_of, next_steps_of, panels_of
from vitalfew_web.core.selectors import history_of
from vitalfew_web.work.choices import FileKind
from vitalfew_web.work.services import Exceeded, Wanted, ask_for_export, take_out


@require_safe
@requires(VIEW)
def list_accounts(request: HttpRequest) -> HttpResponse:
    """The customers that this person may see, as asked for in the address."""
    asked = Customers(asking(request), request.GET)
    if asks_for_views(request):
        return answer_views(request, asked.counted_tabs())
    content = {
        "form": asked.form,
        "peeks": True,
        "may_edit": asking(request).may(EDIT),
        "export_url": reverse("accounts:list") + "export" if asking(request).may(EXPORT) else "",
    }
    return answer(request, asked.listing(), "accounts", content)


@require_safe
@requires(VIEW)
def show_account(request: HttpRequest, number: str) -> HttpResponse:
    """One customer."""
    account = account_or_404(request, number)
    panels = panels_of(account, request)
    content = {
        "account": account,
        "main": [panel for panel in panels if not panel.aside],
        "aside": [panel for panel in panels if panel.aside],
        "marks": marks_of(account, request),
        "steps": next_steps_of(account, request),
        "groups": groups_of(account, asking(request)),
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


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EXPORT)
def export_accounts(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The list as a file, all pages and all columns of it; of rows that were sent those alone.

    A short one is sent at once; of a long one the page asks, and a worker makes it.
    """
    if kind not in FileKind.values:
        raise Http404(kind)
    user, query, chosen = asking(request), request.GET.urlencode(), _chosen(request)
    content = exported(user, query, chosen)
    wanted = Wanted(NAME, query, kind, request.POST.get("name", "customers"), chosen)
    try:
        if content.count <= settings.EXPORT_AT_ONCE:
            take_out(wanted=wanted, rows=content.count, by=user, at=timezone.now())
            return as_file(content.columns, content.rows, kind, wanted.name)
        if request.method == "POST":
            export = ask_for_export(wanted=wanted, rows=content.count, by=user, at=timezone.now())
            return SeeOther(reverse("work:export", args=[export.key]))
    except Exceeded as limit:
        return _ask(request, content.count, wanted, limit=str(limit.message))
    except TooLong:
        messages.warning(request, _("A workbook has no room for so many rows. Take the CSV file, or narrow the list."))
        return redirect("accounts:list")
    return _ask(request, content.count, wanted)


def _chosen(request: HttpRequest) -> list[int] | None:
    """The keys of the rows that were marked; None for all of the list."""
    if request.method != "POST" or request.POST.get("everything"):
        return None
    return list(selected_in(request.POST, Account.objects.none()))


def _ask(request: HttpRequest, rows: int, wanted: Wanted, limit: str = "") -> HttpResponse:
    back = reverse("accounts:list") + (f"?{wanted.query}" if wanted.query else "")
    content = {"rows": rows, "name": wanted.name, "back": back, "limit": limit}
    return render(request, "core/export.html", content, status=429 if limit else 200)


@require_POST
@requires(VIEW)
def change_many(request: HttpRequest, action: str) -> HttpResponse:
    """Do something with many customers at once."""
    asked = Customers(asking(request), request.GET)
    return carry_out(request, NAME, action, asked.rows(), asked.query)


def account_or_404(request: HttpRequest, number: str) -> Account:
    """The customer with a number, or "not found"."""
    return or_404(account_for, asking(request), number)


def version_in(request: HttpRequest) -> int:
    """The version of what a small form was sent for; 0 where it says none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
