"""Writing work."""

from vitalfew_web.core.services import Overtaken
from vitalfew_web.work.services.allowances import Exceeded, forget_uses, spend
from vitalfew_web.work.services.changes import CHANGE, change_behind, forget_changes, go_on, take_change_back
from vitalfew_web.work.services.exports import (
    EXPORT,
    NoRoom,
    Wanted,
    ask_for_export,
    clear_exports,
    make_file,
    take_out,
)
from vitalfew_web.work.services.files import add_file, clear_away, may_hang_on, remove_file, restore_file
from vitalfew_web.work.services.leaving import forget_person
from vitalfew_web.work.services.notifications import mark_read, notify, wish
from vitalfew_web.work.services.reminders import remind_due
from vitalfew_web.work.services.tasks import add_task, change_task, finish_task, reopen_task, snooze_task
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
    "CHANGE",
    "DELETED_VIEW",
    "EXPORT",
    "Exceeded",
    "NoRoom",
    "Overtaken",
    "Wanted",
    "add_file",
    "add_task",
    "ask_for_export",
    "change_behind",
    "change_task",
    "change_view",
    "clear_away",
    "clear_exports",
    "delete_view",
    "finish_task",
    "forget",
    "forget_changes",
    "forget_person",
    "forget_uses",
    "go_on",
    "make_file",
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
    "spend",
    "take_back",
    "take_change_back",
    "take_out",
    "wish",
]
