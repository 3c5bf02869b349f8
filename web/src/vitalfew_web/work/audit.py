"""Recorded actions of work."""

from django.utils.translation import gettext_lazy as _

ADDED = "work.task.added"
CHANGED = "work.task.changed"
SNOOZED = "work.task.snoozed"
DONE = "work.task.done"
REOPENED = "work.task.reopened"
FILE_ADDED = "work.file.added"
FILE_REMOVED = "work.file.removed"
FILE_RESTORED = "work.file.restored"

VIEW_SAVED = "work.view.saved"
VIEW_CHANGED = "work.view.changed"
VIEW_DELETED = "work.view.deleted"

EXPORTED = "work.list.exported"
STOPPED = "work.limit.stopped"

LABELS = {
    ADDED: _("Task added"),
    CHANGED: _("Task changed"),
    SNOOZED: _("Task put off"),
    DONE: _("Task done"),
    REOPENED: _("Task opened again"),
    VIEW_SAVED: _("View saved"),
    VIEW_CHANGED: _("View changed"),
    VIEW_DELETED: _("View deleted"),
    FILE_ADDED: _("File added"),
    FILE_REMOVED: _("File removed"),
    FILE_RESTORED: _("File taken back"),
    EXPORTED: _("List taken out as a file"),
    STOPPED: _("Stopped at the limit of an hour"),
}
FIELDS = {
    "text": _("what"),
    "note": _("note"),
    "owner": _("who"),
    "about": _("about"),
    "due_on": _("day"),
    "due_time": _("time"),
    "repeat": _("again"),
    "remind_before": _("reminder"),
    "hidden_until": _("put off until"),
    "done_at": _("done"),
}
VIEW_FIELDS = {"name": _("name"), "state": _("filters, order and columns"), "is_shared": _("shared with the team")}
FILE_FIELDS = {"name": _("name"), "about": _("about"), "digest": _("digest"), "removed_at": _("removed")}
