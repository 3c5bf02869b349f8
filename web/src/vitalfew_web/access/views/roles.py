"""Pages of roles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.forms import RoleForm
from vitalfew_web.access.models import Role
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.access.selectors import roles
from vitalfew_web.access.services import add_role, change_role, remove_role
from vitalfew_web.access.views.administered import Noun, edit, new, remove
from vitalfew_web.core.http import requires

ROLE = Noun(
    name="role",
    model=Role,
    form=RoleForm,
    add=add_role,
    change=change_role,
    remove=remove_role,
    added=_("The role {name} is there. Give it to people."),
    beside=lambda role: {"holders": role.people.order_by("-is_active", "name")},
)


@require_safe
@requires(MANAGE)
def list_roles(request: HttpRequest) -> HttpResponse:
    """The roles, and how many people have each."""
    return render(request, "access/roles.html", {"roles": roles(), "tab": "roles"})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def new_role(request: HttpRequest) -> HttpResponse:
    """Add a role."""
    return new(request, ROLE)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE)
def edit_role(request: HttpRequest, key: int) -> HttpResponse:
    """Change what a role allows."""
    return edit(request, ROLE, key)


@require_POST
@requires(MANAGE)
def remove_a_role(request: HttpRequest, key: int) -> HttpResponse:
    """Take a role away that nobody has."""
    return remove(request, ROLE, key)
