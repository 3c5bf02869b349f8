"""Recorded actions of facts."""

from django.utils.translation import gettext_lazy as _

UPLOADED = "facts.import.uploaded"
PUSHED = "facts.import.pushed"
FETCHED = "facts.import.fetched"
MENDED = "facts.import.mended"
DONE = "facts.import.done"
DISCARDED = "facts.import.discarded"
UNDONE = "facts.import.undone"

LABELS = {
    UPLOADED: _("File uploaded"),
    PUSHED: _("Batch pushed by a program"),
    FETCHED: _("Table of a database asked for"),
    MENDED: _("Rejected rows mended"),
    DONE: _("File imported"),
    DISCARDED: _("Import discarded"),
    UNDONE: _("Import undone"),
}
FIELDS = {
    "table": _("content"),
    "source": _("source"),
    "file_name": _("file"),
    "status": _("status"),
    "new": _("new"),
    "changed": _("changed"),
    "known": _("known"),
    "rejected": _("rejected"),
    "rows": _("rows"),
    "store_batch": _("number in the store"),
}
