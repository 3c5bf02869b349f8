"""What the people pages may be used for."""

from django.utils.translation import gettext_lazy as _

MANAGE = "access:people:manage"

LABELS = {MANAGE: _("Invite people, change roles and teams, lock people out, end their sessions")}
