"""The history of a customer's fields, and its relations."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.lists import address_of
from vitalfew_web.accounts.panels import field_changes
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.accounts.selectors import accounts_for, brought_by, tree_of
from vitalfew_web.accounts.services import Overtaken, restore_field
from vitalfew_web.accounts.views.accounts import account_or_404
from vitalfew_web.core.http import requires
from vitalfew_web.core.listing import page_of
from vitalfew_web.core.panels import answer_panel
from vitalfew_web.core.selectors import history_of


@require_safe
@requires(VIEW)
def show_history(request: HttpRequest, number: str) -> HttpResponse:
    """Each change of a field, with what it was before."""
    account = account_or_404(request, number)
    page = page_of(history_of(account).filter(action=audit.CHANGED), request.GET)
    content = {"account": account, "page": page, "may_edit": asking(request).may(EDIT)}
    content["changes"] = field_changes(account, page.rows, asking(request))
    return render(request, "accounts/history.html", content)


@require_POST
@requires(EDIT)
def restore(request: HttpRequest, number: str) -> HttpResponse:
    """Give a field the value back that it had before a change."""
    account = account_or_404(request, number)
    entry = history_of(account).filter(pk=_number(request, "entry")).first()
    field = request.POST.get("field", "")
    if entry is None:
        raise Http404
    try:
        version = _number(request, "version")
        restore_field(account=account, entry=entry, field=field, version=version, by=asking(request), at=timezone.now())
    except LookupError:
        raise Http404 from None
    except Overtaken:
        messages.warning(request, _("Somebody changed this customer meanwhile. Nothing was restored: look again."))
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Restored."))
    return redirect("accounts:history", number=account.number)


@require_safe
@requires(VIEW)
def show_relations(request: HttpRequest, number: str) -> HttpResponse:
    """The group of companies and the introductions, both ways: a panel of the customer's page."""
    account = account_or_404(request, number)
    introducer = accounts_for(asking(request)).filter(brought=account).first()
    content = {"account": account, "tree": tree_of(account, asking(request)), "introducer": introducer}
    content["brought"] = brought_by(account, asking(request))[:50]
    return answer_panel(request, "accounts/parts/relations.html", content, title=account.name, back=address_of(account))


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
