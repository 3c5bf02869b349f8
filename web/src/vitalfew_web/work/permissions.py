"""What work may be used for. Everybody has tasks of their own."""

from django.utils.translation import gettext_lazy as _

OVERSEE = "work:tasks:oversee"
BEYOND = "work:limits:beyond"

LABELS = {
    OVERSEE: _("See and change the tasks of the people whose customers one sees"),
    BEYOND: _("Take out more rows and have more protected facts shown than the limits of an hour allow"),
}
