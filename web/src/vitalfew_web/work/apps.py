"""Registration of the work app."""

from datetime import timedelta

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """What people keep for their own work."""

    name = "vitalfew_web.work"

    def ready(self) -> None:
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, FRAME, REGULAR, UNDO, Regular
        from vitalfew_web.work import audit, tasks
        from vitalfew_web.work.selectors import pinned_for
        from vitalfew_web.work.services import DELETED_VIEW, restore_view

        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["work.savedview"] = audit.VIEW_FIELDS
        FRAME.pinned.append(pinned_for)
        UNDO[DELETED_VIEW] = restore_view
        REGULAR["work.reversals"] = Regular(every=timedelta(hours=1), run=tasks.forget_reversals)
