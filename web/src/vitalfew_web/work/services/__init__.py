"""Writing work."""

from vitalfew_web.work.services.files import add_file, clear_away, may_hang_on, remove_file, restore_file
from vitalfew_web.work.services.leaving import forget_person
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
    "add_file",
    "add_task",
    "change_task",
    "change_view",
    "clear_away",
    "delete_view",
    "finish_task",
    "forget",
    "forget_person",
    "mark_read",
    "may_hang_on",
    "notify",
    "offer_undo",
    "pin_view",
    "remind_due",
    "remove_file",
    "reopen_task",
    "restore_file",
    "restore_view",
    "save_view",
    "snooze_task",
    "take_back",
    "wish",
]
