"""Registration of the core app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The lowest app: it knows no other."""

    name = "vitalfew_web.core"

    def ready(self) -> None:
        from vitalfew_web.core import jobs, once, permissions, tasks
        from vitalfew_web.core.events import DELIVERY
        from vitalfew_web.core.registries import FRAME, JOBS, PERMISSIONS, REGULAR, Kind, Place, Regular
        from vitalfew_web.core.worker import HEARTBEAT

        JOBS[DELIVERY] = Kind(run=tasks.deliver, label=_("Notice of an event"), retries=8, quick=True)
        REGULAR[HEARTBEAT] = Regular(every=timedelta(seconds=5), run=jobs.take_up_again)
        REGULAR["core.intents"] = Regular(every=timedelta(hours=1), run=once.forget_old)
        PERMISSIONS.update(permissions.LABELS)
        log = Place(_("Access log"), "core:access_log", "shield-lock", permissions.ACCESS_LOG, group=9)
        FRAME.navigation.append(log)
