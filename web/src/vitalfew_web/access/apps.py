"""Registration of the access app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """People and what they may."""

    name = "vitalfew_web.access"

    def ready(self) -> None:
        from vitalfew_web.access import audit, permissions
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, FRAME, PERMISSIONS

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["access.user"] = audit.FIELDS
        FRAME.addresses.update(
            profile="access:profile", settings="access:profile", language="access:language", logout="account_logout"
        )
