"""Recorded actions of access."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from vitalfew_web.access.choices import Reach
from vitalfew_web.core.registries import PERMISSIONS, SCOPES

ADDED = "access.user.added"
CHANGED = "access.user.changed"
PREFERRED = "access.user.preferred"
SESSIONS_ENDED = "access.user.sessions_ended"
PASSWORD_CHANGED = "access.user.password_changed"  # noqa: S105  (the name of an action)
TOKEN_MADE = "access.token.made"  # noqa: S105  (the name of an action)
TOKEN_REVOKED = "access.token.revoked"  # noqa: S105  (the name of an action)
ROLE_ADDED = "access.role.added"
ROLE_CHANGED = "access.role.changed"
ROLE_REMOVED = "access.role.removed"
TEAM_ADDED = "access.team.added"
TEAM_CHANGED = "access.team.changed"
TEAM_REMOVED = "access.team.removed"

LABELS = {
    ADDED: _("Person added"),
    CHANGED: _("Person changed"),
    PREFERRED: _("Own settings changed"),
    SESSIONS_ENDED: _("Sessions ended"),
    PASSWORD_CHANGED: _("Password changed"),
    TOKEN_MADE: _("Token made"),
    TOKEN_REVOKED: _("Token revoked"),
    ROLE_ADDED: _("Role added"),
    ROLE_CHANGED: _("Role changed"),
    ROLE_REMOVED: _("Role removed"),
    TEAM_ADDED: _("Team added"),
    TEAM_CHANGED: _("Team changed"),
    TEAM_REMOVED: _("Team removed"),
}
FIELDS = {
    "email": _("e-mail"),
    "name": _("name"),
    "is_active": _("may log in"),
    "team": _("team"),
    "roles": _("roles"),
    "language": _("language"),
    "time_zone": _("time zone"),
    "theme": _("appearance"),
    "sessions": _("sessions"),
    "token": _("token"),
    "scopes": _("what it may do"),
    "ends_on": _("last day"),
}
ROLE_FIELDS = {"name": _("name"), "reach": _("reach"), "permissions": _("permissions")}
TEAM_FIELDS = {"name": _("name"), "parent": _("part of"), "head": _("head")}


def role_words(name: str, value: Any) -> Any:
    """A recorded value of a role as people read it: permissions by what they allow, the reach by its word."""
    if name == "permissions":
        return [str(PERMISSIONS.get(each, each)) for each in value or ()]
    return Reach(value).label if name == "reach" and value else value


def user_words(name: str, value: Any) -> Any:
    """A recorded value of a person as people read it: scopes of a token by what they allow."""
    if name == "scopes":
        return [str(SCOPES[each].label) if each in SCOPES else each for each in value or ()]
    return value
