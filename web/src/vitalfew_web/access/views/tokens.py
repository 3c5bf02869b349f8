"""The own tokens: for programs that do something in the name of their person."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.forms import TokenForm
from vitalfew_web.access.models import Token
from vitalfew_web.access.selectors import asking, scopes_for, token_of, tokens_of
from vitalfew_web.access.services import make_token, revoke_token
from vitalfew_web.core.http import confidential, or_404, sent
from vitalfew_web.core.registries import SCOPES

USUAL = timedelta(days=90)


@require_safe
@login_required
def list_tokens(request: HttpRequest) -> HttpResponse:
    """The tokens of the person who asks: what each may do, until when, when it was last used."""
    today = timezone.localdate()
    rows = [(token, _allowed(token), token.ends_on < today) for token in tokens_of(asking(request))]
    return render(request, "access/tokens.html", {"rows": rows, "may_any": bool(scopes_for(asking(request)))})


def _allowed(token: Token) -> list[str]:
    return [str(SCOPES[name].label) if name in SCOPES else name for name in token.scopes]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token. The answer shows its secret, once: nothing of the answer is kept."""
    now = timezone.now()
    form = TokenForm(sent(request), person=asking(request), initial=_usual(now))
    if request.method == "POST" and form.is_valid():
        try:
            made = make_token(person=asking(request), at=now, **form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            content = {"made": made, "address": request.build_absolute_uri("/api/v1/batches")}
            return confidential(render(request, "access/made_token.html", content))
    content = {"form": form, "may_any": bool(scopes_for(asking(request)))}
    return render(request, "access/token.html", content, status=422 if form.errors else 200)


def _usual(now: datetime) -> dict[str, object]:
    return {"ends_on": timezone.localdate(now) + USUAL}


@require_POST
@login_required
def revoke(request: HttpRequest, key: int) -> HttpResponse:
    """Away with one of the own tokens."""
    token = or_404(token_of, asking(request), key)
    revoke_token(token=token, by=asking(request), at=timezone.now())
    messages.success(request, _("The token {name} holds no longer.").format(name=token.name))
    return redirect("access:tokens")
