"""What customer pages may be used for. Which customers somebody sees is decided in the selectors."""

from django.utils.translation import gettext_lazy as _

VIEW = "accounts:account:view"
EDIT = "accounts:account:edit"
ASSIGN = "accounts:account:assign"
EXPORT = "accounts:account:export"
NOTE = "accounts:note:write"
REVEAL = "accounts:contact:reveal"

LABELS = {
    VIEW: _("See customers"),
    EDIT: _("Open customers and change them"),
    ASSIGN: _("Give customers another owner"),
    EXPORT: _("Take lists of customers out as files"),
    NOTE: _("Write notes on customers"),
    REVEAL: _("Have protected facts of people shown, each time with a reason that is kept"),
}
