"""Registration of the facts app."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Sources, imports, the fact store."""

    name = "vitalfew_web.facts"

    def ready(self) -> None:
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, PERMISSIONS
        from vitalfew_web.facts import audit, permissions

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["facts.importbatch"] = audit.FIELDS
