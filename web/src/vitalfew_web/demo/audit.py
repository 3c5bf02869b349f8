"""Recorded actions of the example company."""

from django.utils.translation import gettext_lazy as _

BUILT = "demo.company.built"
REMOVED = "demo.company.removed"

LABELS = {BUILT: _("Example company built"), REMOVED: _("Example company taken away")}
FIELDS = {"customers": _("customers")}
