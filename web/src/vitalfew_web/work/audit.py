"""Recorded actions of work."""

from django.utils.translation import gettext_lazy as _

VIEW_SAVED = "work.view.saved"
VIEW_CHANGED = "work.view.changed"
VIEW_DELETED = "work.view.deleted"

LABELS = {VIEW_SAVED: _("View saved"), VIEW_CHANGED: _("View changed"), VIEW_DELETED: _("View deleted")}
VIEW_FIELDS = {"name": _("name"), "state": _("filters, order and columns"), "is_shared": _("shared with the team")}
