"""What the page of messages may be used for."""

from django.utils.translation import gettext_lazy as _

LOOK_AFTER = "messaging:message:look-after"

LABELS = {LOOK_AFTER: _("See which mail went out, and send again what did not arrive")}
