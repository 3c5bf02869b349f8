"""Registration of the work app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkConfig(AppConfig):
    """Tasks, notifications, Today, saved views."""

    name = "vitalfew_web.work"
    verbose_name = _("Work")

    def ready(self) -> None:
        from vitalfew_web.core import registries as core
        from vitalfew_web.work import audit, panels, permissions, selectors, services, tasks

        core.PERMISSIONS.update(permissions.LABELS)
        core.AUDIT_LABELS.update(audit.LABELS)
        core.FIELD_LABELS["work.task"] = audit.FIELDS
        core.FIELD_LABELS["work.file"] = audit.FILE_FIELDS
        core.FRAME.navigation.append(core.Place(_("Today"), "work:today", "calendar-check", key="t"))
        core.FRAME.creations.append(core.Place(_("Task"), "work:new", "checkbox"))
        core.FRAME.addresses["notifications"] = "work:notifications"
        core.FRAME.unread = selectors.unread_of
        core.TODAY["work.tasks"] = core.WorkKind(_("Tasks"), "checkbox", selectors.waiting_tasks)
        core.REGULAR["work.reminders"] = core.Regular(every=timedelta(seconds=5), run=tasks.remind)
        core.FIELD_LABELS["work.savedview"] = audit.VIEW_FIELDS
        core.FRAME.pinned.append(selectors.pinned_for)
        core.UNDO[services.DELETED_VIEW] = services.restore_view
        core.REGULAR["work.reversals"] = core.Regular(every=timedelta(hours=1), run=tasks.forget_reversals)
        core.REGULAR["work.files"] = core.Regular(every=timedelta(hours=6), run=tasks.clear)
        core.JOBS[services.EXPORT] = core.Kind(run=tasks.export, label=_("File of a list"))
        core.JOBS[services.CHANGE] = core.Kind(run=tasks.change, label=_("Change of many rows"))
        core.FRAME.change_behind = services.change_behind
        core.REGULAR["work.exports"] = core.Regular(every=timedelta(hours=1), run=tasks.clear_exported)
        core.PALETTE["work.task"] = core.Finder(_("Tasks"), panels.task_hits)
        core.PALETTE_ACTIONS.append(panels.task_on)
