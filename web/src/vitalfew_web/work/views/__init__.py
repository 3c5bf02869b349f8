"""Pages of what people do and keep for their work."""

from vitalfew_web.work.views.changes import show_change, undo_change
from vitalfew_web.work.views.exports import download_export, show_export
from vitalfew_web.work.views.files import about, download, remove, restore, upload
from vitalfew_web.work.views.tasks import (
    bell,
    edit_task,
    finish,
    list_notifications,
    list_tasks,
    new_task,
    read,
    reopen,
    set_wish,
    snooze,
    today,
)
from vitalfew_web.work.views.undo import undo
from vitalfew_web.work.views.views import change_view, delete_view, pin_view, save_view

__all__ = [
    "about",
    "bell",
    "change_view",
    "delete_view",
    "download",
    "download_export",
    "edit_task",
    "finish",
    "list_notifications",
    "list_tasks",
    "new_task",
    "pin_view",
    "read",
    "remove",
    "reopen",
    "restore",
    "save_view",
    "set_wish",
    "show_change",
    "show_export",
    "snooze",
    "today",
    "undo",
    "undo_change",
    "upload",
]
