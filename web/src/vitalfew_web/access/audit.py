"""Recorded actions of access."""

from django.utils.translation import gettext_lazy as _

ADDED = "access.user.added"
CHANGED = "access.user.changed"
PREFERRED = "access.user.preferred"

LABELS = {
    ADDED: _("Person added"),
    CHANGED: _("Person changed"),
    PREFERRED: _("Own settings changed"),
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
}
