"""Pages of teams."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.forms import TeamForm
from vitalfew_web.access.models import Team
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import teams
from vitalfew_web.access.services import add_team, change_team, remove_team
from vitalfew_web.access.views.administered import Noun, edit, new, remove
from vitalfew_web.core.http import requires

TEAM = Noun(
    name="team",
    model=Team,
    form=TeamForm,
    add=add_team,
    change=change_team,
    remove=remove_team,
    added=_("The team {name} is there. Put people into it."),
    beside=lambda team: {
        "members": team.people.order_by("-is_active", "name"),
        "below": team.children.order_by("name"),
    },
)


@require_safe
@requires(MANAGE)
def list_teams(request: HttpRequest) -> HttpResponse:
    """The tree of teams."""
    return render(request, "access/teams.html", {"teams": teams(), "tab": "teams"})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_team(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    return new(request, TEAM)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def edit_team(request: HttpRequest, key: int) -> HttpResponse:
    """Rename or move a team, or give it another head."""
    return edit(request, TEAM, key)


@require_POST
@requires(MANAGE)
def remove_a_team(request: HttpRequest, key: int) -> HttpResponse:
    """Take a team away that is empty."""
    return remove(request, TEAM, key)
