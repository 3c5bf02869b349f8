"""Pages of people."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vitalfew_web.access.forms import ChangedPersonForm, PersonForm
from vitalfew_web.access.models import User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import asking, everybody, sessions_of
from vitalfew_web.access.services import INVITATIONS, add_person, change_person
from vitalfew_web.access.views.administered import LATEST
from vitalfew_web.core.http import requires, sent
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told


@require_safe
@requires(MANAGE)
def list_people(request: HttpRequest) -> HttpResponse:
    """Everybody who has a login."""
    return render(request, "access/people.html", {"people": everybody(), "tab": "people"})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_person(request: HttpRequest) -> HttpResponse:
    """Invite somebody: the page of the new person shows the link with which they set a password."""
    form = PersonForm(sent(request))
    if request.method == "POST" and form.is_valid():
        link = partial(_link, request)
        person = add_person(**form.cleaned_data, password=None, by=asking(request), at=timezone.now(), link=link)
        said = _("{name} is invited. The link below goes out by e-mail as well.").format(name=person.name)
        messages.success(request, said)
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
    now = User.objects.get(pk=key)
    content = {
        "form": form,
        "person": now,
        "invitation": _invitation(request, now),
        "sessions": sessions_of(now, timezone.now()),
        "entries": told(history_of(now)[:LATEST]),
    }
    return render(request, "access/person.html", content, status=422 if form.errors else 200)


def _invitation(request: HttpRequest, person: User) -> str:
    """The link with which somebody sets the first password; none once they have one, or nobody else could be them."""
    if person.has_usable_password() or not person.is_active:
        return ""
    return _link(request, person)


def _link(request: HttpRequest, person: User) -> str:
    key, token = urlsafe_base64_encode(force_bytes(person.pk)), INVITATIONS.make_token(person)
    return request.build_absolute_uri(reverse("access:welcome", args=[key, token]))
