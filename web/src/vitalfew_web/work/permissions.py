"""What work may be used for. Everybody has tasks of their own."""

from django.utils.translation import gettext_lazy as _

OVERSEE = "work:tasks:oversee"

LABELS = {OVERSEE: _("See and change the tasks of the people whose customers one sees")}
