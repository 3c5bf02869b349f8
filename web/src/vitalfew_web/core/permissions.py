"""What the pages of core may be used for."""

from django.utils.translation import gettext_lazy as _

ACCESS_LOG = "core:access_log:view"

LABELS = {ACCESS_LOG: _("See who had protected facts shown")}
