"""Reading work."""

from vitalfew_web.work.selectors.changes import change_for
from vitalfew_web.work.selectors.exports import export_for
from vitalfew_web.work.selectors.files import file_for, files_about
from vitalfew_web.work.selectors.notifications import counted_for, notifications_for, unread_of, wants_mail
from vitalfew_web.work.selectors.tasks import about_of, task_for, tasks_about, tasks_for, waiting_tasks
from vitalfew_web.work.selectors.views import address_of, count_views, pinned_for, tabs_for, view_for, views_for

__all__ = [
    "about_of",
    "address_of",
    "change_for",
    "count_views",
    "counted_for",
    "export_for",
    "file_for",
    "files_about",
    "notifications_for",
    "pinned_for",
    "tabs_for",
    "task_for",
    "tasks_about",
    "tasks_for",
    "unread_of",
    "view_for",
    "views_for",
    "waiting_tasks",
    "wants_mail",
]
