"""Writing work."""

from vitalfew_web.work.services.notifications import mark_read, notify, wish
from vitalfew_web.work.services.reminders import remind_due
from vitalfew_web.work.services.tasks import Overtaken, add_task, change_task, finish_task, reopen_task, snooze_task
from vitalfew_web.work.services.undo import forget, offer_undo, take_back
from vitalfew_web.work.services.views import (
    DELETED_VIEW,
    change_view,
    delete_view,
    pin_view,
    restore_view,
    save_view,
)

__all__ = [
    "DELETED_VIEW",
    "Overtaken",
    "add_task",
    "change_task",
    "change_view",
    "delete_view",
    "finish_task",
    "forget",
    "mark_read",
    "notify",
    "offer_undo",
    "pin_view",
    "remind_due",
    "reopen_task",
    "restore_view",
    "save_view",
    "snooze_task",
    "take_back",
    "wish",
]
