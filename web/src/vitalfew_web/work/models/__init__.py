"""The tables of work."""

from vitalfew_web.work.models.changes import Change
from vitalfew_web.work.models.exports import Export, Use
from vitalfew_web.work.models.files import File
from vitalfew_web.work.models.notifications import Notification, Wish
from vitalfew_web.work.models.tasks import Task, as_recorded
from vitalfew_web.work.models.undo import Reversal
from vitalfew_web.work.models.views import Pin, SavedView, SavedViews

__all__ = [
    "Change",
    "Export",
    "File",
    "Notification",
    "Pin",
    "Reversal",
    "SavedView",
    "SavedViews",
    "Task",
    "Use",
    "Wish",
    "as_recorded",
]
