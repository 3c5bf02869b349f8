"""The own settings and sessions, and the pages of people, roles and teams."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.forms import ChangedPersonForm, PersonForm, PreferencesForm, RoleForm, TeamForm
from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import asking, everybody, roles, sessions_of, teams
from vitalfew_web.access.services import (
    INVITATIONS,
    add_person,
    add_role,
    add_team,
    change_person,
    change_role,
    change_team,
    end_sessions,
    prefer,
    remove_role,
    remove_team,
)
from vitalfew_web.core.http import back_to, requires, sent
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told

LATEST = 30
"""Entries of a history that a page opens with."""


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


@require_safe
@login_required
def list_sessions(request: HttpRequest) -> HttpResponse:
    """Where the person who asks is logged in."""
    content = {"sessions": sessions_of(asking(request), timezone.now()), "own": request.session.session_key}
    return render(request, "access/sessions.html", content)


@require_POST
@login_required
def end_session(request: HttpRequest, key: int) -> HttpResponse:
    """End one of the own sessions."""
    own = request.session.session_key or ""
    if not end_sessions(person=asking(request), by=asking(request), at=timezone.now(), spare=own, only=key):
        raise Http404
    messages.success(request, _("That session is over."))
    return redirect("access:sessions")


@require_POST
@login_required
def end_others(request: HttpRequest) -> HttpResponse:
    """End all own sessions but this one."""
    own = request.session.session_key or ""
    end_sessions(person=asking(request), by=asking(request), at=timezone.now(), spare=own)
    messages.success(request, _("You are logged in here alone."))
    return redirect("access:sessions")


@require_POST
@requires(MANAGE)
def end_sessions_of(request: HttpRequest, key: int) -> HttpResponse:
    """End all sessions of somebody; they may log in again."""
    person = get_object_or_404(User, pk=key)
    own = request.session.session_key or ""
    end_sessions(person=person, by=asking(request), at=timezone.now(), spare=own)
    messages.success(request, _("{name} is logged out everywhere.").format(name=person.name))
    return redirect("access:person", key=person.pk)


@require_safe
@requires(MANAGE)
def list_roles(request: HttpRequest) -> HttpResponse:
    """The roles, and how many people have each."""
    return render(request, "access/roles.html", {"roles": roles(), "tab": "roles"})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_role(request: HttpRequest) -> HttpResponse:
    """Add a role."""
    form = RoleForm(sent(request))
    if request.method == "POST" and form.is_valid() and _accepted(form, add_role, **form.cleaned_data, **_who(request)):
        messages.success(
            request, _("The role {name} is there. Give it to people.").format(name=form.cleaned_data["name"])
        )
        return redirect("access:roles")
    return render(request, "access/role.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def edit_role(request: HttpRequest, key: int) -> HttpResponse:
    """Change what a role allows."""
    form = RoleForm(sent(request), instance=get_object_or_404(Role, pk=key))
    role = Role.objects.get(pk=key)
    if (
        request.method == "POST"
        and form.is_valid()
        and _accepted(form, change_role, role=role, fields=form.cleaned_data, **_who(request))
    ):
        messages.success(request, _("Saved."))
        return redirect("access:roles")
    return _role_page(request, role, form, status=422 if form.errors else 200)


@require_POST
@requires(MANAGE)
def remove_a_role(request: HttpRequest, key: int) -> HttpResponse:
    """Take a role away that nobody has."""
    role = get_object_or_404(Role, pk=key)
    try:
        remove_role(role=role, **_who(request))
    except ValidationError as problem:
        return _role_page(request, role, RoleForm(instance=role), status=422, problems=problem.messages)
    messages.success(request, _("{name} is removed.").format(name=role.name))
    return redirect("access:roles")


def _role_page(
    request: HttpRequest, role: Role, form: RoleForm, *, status: int, problems: list[str] | None = None
) -> HttpResponse:
    content = {
        "role": role,
        "form": form,
        "holders": role.people.order_by("-is_active", "name"),
        "entries": told(history_of(role)[:LATEST]),
        "problems": problems,
    }
    return render(request, "access/role.html", content, status=status)


@require_safe
@requires(MANAGE)
def list_teams(request: HttpRequest) -> HttpResponse:
    """The tree of teams."""
    return render(request, "access/teams.html", {"teams": teams(), "tab": "teams"})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_team(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    form = TeamForm(sent(request))
    if request.method == "POST" and form.is_valid() and _accepted(form, add_team, **form.cleaned_data, **_who(request)):
        messages.success(
            request, _("The team {name} is there. Put people into it.").format(name=form.cleaned_data["name"])
        )
        return redirect("access:teams")
    return render(request, "access/team.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def edit_team(request: HttpRequest, key: int) -> HttpResponse:
    """Rename or move a team, or give it another head."""
    form = TeamForm(sent(request), instance=get_object_or_404(Team, pk=key))
    team = Team.objects.get(pk=key)
    if (
        request.method == "POST"
        and form.is_valid()
        and _accepted(form, change_team, team=team, fields=form.cleaned_data, **_who(request))
    ):
        messages.success(request, _("Saved."))
        return redirect("access:teams")
    return _team_page(request, team, form, status=422 if form.errors else 200)


@require_POST
@requires(MANAGE)
def remove_a_team(request: HttpRequest, key: int) -> HttpResponse:
    """Take a team away that is empty."""
    team = get_object_or_404(Team, pk=key)
    try:
        remove_team(team=team, **_who(request))
    except ValidationError as problem:
        return _team_page(request, team, TeamForm(instance=team), status=422, problems=problem.messages)
    messages.success(request, _("{name} is removed.").format(name=team.name))
    return redirect("access:teams")


def _team_page(
    request: HttpRequest, team: Team, form: TeamForm, *, status: int, problems: list[str] | None = None
) -> HttpResponse:
    content = {
        "team": team,
        "form": form,
        "members": team.people.order_by("-is_active", "name"),
        "below": team.children.order_by("name"),
        "entries": told(history_of(team)[:LATEST]),
        "problems": problems,
    }
    return render(request, "access/team.html", content, status=status)


def _who(request: HttpRequest) -> dict[str, Any]:
    """Who acts, and when."""
    return {"by": asking(request), "at": timezone.now()}


def _accepted(form: ModelForm[Any], service: Callable[..., object], **arguments: Any) -> bool:
    """Call a service; what it refuses stands in the form, beside the field it speaks of."""
    try:
        service(**arguments)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True
