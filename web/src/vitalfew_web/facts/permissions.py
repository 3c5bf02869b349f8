"""What facts may be used for. Whose facts somebody sees follows from the customers that they see."""

from django.utils.translation import gettext_lazy as _

VIEW = "facts:order:view"
IMPORT = "facts:import:start"
UNDO = "facts:import:undo"
PULL = "facts:import:database"

LABELS = {
    VIEW: _("See orders, returns and payments of customers"),
    IMPORT: _("Import files"),
    UNDO: _("Undo imports"),
    PULL: _("Import tables of databases"),
}

READS = "facts:read"
PUSHES = "facts:write"
"""Scopes of tokens."""

SCOPES = {
    PUSHES: (_("Push batches of facts, and take them back"), IMPORT),
    READS: (_("Read what became of batches"), IMPORT),
}
