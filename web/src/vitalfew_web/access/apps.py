"""Registration of the access app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """People and what they may."""

    name = "vitalfew_web.access"

    def ready(self) -> None:
        from vitalfew_web.access import audit, permissions
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, FRAME, PERMISSIONS, Place

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["access.user"] = audit.FIELDS
        FRAME.navigation.append(Place(_("People"), "access:people", "users", permissions.MANAGE, group=9))
        FRAME.creations.append(Place(_("Person"), "access:new", "users", permissions.MANAGE))
        FRAME.addresses.update(
            profile="access:profile", settings="access:profile", language="access:language", logout="account_logout"
        )
