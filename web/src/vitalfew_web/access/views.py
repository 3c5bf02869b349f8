"""The own settings, and the pages of people."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.forms import ChangedPersonForm, PersonForm, PreferencesForm
from vitalfew_web.access.models import User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import asking, everybody
from vitalfew_web.access.services import add_person, change_person, prefer
from vitalfew_web.core.http import back_to, requires, sent


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


@require_safe
@requires(MANAGE)
def list_people(request: HttpRequest) -> HttpResponse:
    """Everybody who has a login."""
    return render(request, "access/people.html", {"people": everybody()})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_person(request: HttpRequest) -> HttpResponse:
    """Invite somebody: the page of the new person shows the link with which they set a password."""
    form = PersonForm(sent(request))
    if request.method == "POST" and form.is_valid():
        person = add_person(**form.cleaned_data, password=None, by=asking(request), at=timezone.now())
        messages.success(request, _("{name} is invited. Send the link below.").format(name=person.name))
        return redirect("access:person", key=person.pk)
    return render(request, "access/person.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def edit_person(request: HttpRequest, key: int) -> HttpResponse:
    """Change somebody, or lock them out."""
    person = get_object_or_404(User, pk=key)
    form = ChangedPersonForm(sent(request), instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            change_person(person=person, fields=form.cleaned_data, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, _("Saved."))
            return redirect("access:people")
    content = {"form": form, "person": person, "invitation": _invitation(request, person)}
    return render(request, "access/person.html", content, status=422 if form.errors else 200)


def _invitation(request: HttpRequest, person: User) -> str:
    """The link with which somebody sets the first password; none once they have one, or nobody else could be them."""
    if person.has_usable_password():
        return ""
    key, token = urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)
    return request.build_absolute_uri(reverse("access:welcome", args=[key, token]))
