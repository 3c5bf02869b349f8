"""Registration of the messaging app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagingConfig(AppConfig):
    """Mail that goes out."""

    name = "vitalfew_web.messaging"

    def ready(self) -> None:
        from vitalfew_web.access.events import PersonInvited
        from vitalfew_web.core import registries as core
        from vitalfew_web.core.events import subscribe
        from vitalfew_web.messaging import audit, permissions, receivers, services, tasks

        core.PERMISSIONS.update(permissions.LABELS)
        core.AUDIT_LABELS.update(audit.LABELS)
        core.FIELD_LABELS["messaging.message"] = audit.FIELDS
        core.FRAME.navigation.append(
            core.Place(_("Messages"), "messaging:list", "mail", permissions.LOOK_AFTER, group=9)
        )
        core.JOBS[services.SEND] = core.Kind(run=tasks.send, label=_("Sending a message"), quick=True)
        subscribe(PersonInvited, receivers.invite)
