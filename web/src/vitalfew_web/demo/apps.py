"""Registration of the demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A believable company to look at."""

    name = "vitalfew_web.demo"

    def ready(self) -> None:
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS
        from vitalfew_web.demo import audit

        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["demo.company"] = audit.FIELDS
