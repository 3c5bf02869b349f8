"""Registration of the access app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """People and what they may."""

    name = "vitalfew_web.access"

    def ready(self) -> None:
        from allauth.account.signals import password_changed
        from django.contrib.auth.signals import user_logged_in, user_logged_out

        from vitalfew_web.access import audit, permissions, receivers, services
        from vitalfew_web.core.registries import (
            AUDIT_LABELS,
            FIELD_LABELS,
            FRAME,
            PERMISSIONS,
            REGULAR,
            VALUE_WORDS,
            Place,
            Regular,
        )

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["access.user"] = audit.FIELDS
        FIELD_LABELS["access.role"] = audit.ROLE_FIELDS
        FIELD_LABELS["access.team"] = audit.TEAM_FIELDS
        VALUE_WORDS["access.role"] = audit.role_words
        VALUE_WORDS["access.user"] = audit.user_words
        REGULAR["access.sessions"] = Regular(every=timedelta(hours=1), run=services.forget_sessions)
        user_logged_in.connect(receivers.logged_in)
        user_logged_out.connect(receivers.logged_out)
        password_changed.connect(receivers.changed_password)
        FRAME.navigation.append(Place(_("People"), "access:people", "users", permissions.MANAGE, group=9))
        FRAME.creations.append(Place(_("Person"), "access:new", "users", permissions.MANAGE))
        FRAME.addresses.update(
            profile="access:profile", settings="access:profile", language="access:language", logout="account_logout"
        )
