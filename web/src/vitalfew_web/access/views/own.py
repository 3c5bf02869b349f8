"""The own settings."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vitalfew_web.access.forms import PreferencesForm
from vitalfew_web.access.selectors import asking
from vitalfew_web.access.services import prefer
from vitalfew_web.core.http import back_to, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show the own settings and take changes."""
    form = PreferencesForm(sent(request), instance=asking(request))
    if request.method == "POST" and form.is_valid():
        prefer(person=asking(request), at=timezone.now(), **form.cleaned_data)
        with translation.override(form.cleaned_data["language"]):
            messages.success(request, _("Your settings are saved."))
        return redirect("access:profile")
    return render(request, "access/profile.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@login_required
def language(request: HttpRequest) -> HttpResponse:
    """Another language for the person who asks, and back to where they were."""
    wanted, who = request.POST.get("language"), asking(request)
    if wanted in dict(settings.LANGUAGES):
        prefer(person=who, language=str(wanted), time_zone=who.time_zone, theme=who.theme, at=timezone.now())
    return back_to(request, "/")
