"""Registration of the accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Customers."""

    name = "vitalfew_web.accounts"

    def ready(self) -> None:
        from vitalfew_web.accounts import audit, lists, permissions
        from vitalfew_web.core.registries import ACCESSES, AUDIT_LABELS, FIELD_LABELS, FRAME, LISTS, PERMISSIONS, Place

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        ACCESSES.update(audit.ACCESSES)
        FIELD_LABELS.update(audit.FIELDS)
        LISTS[lists.NAME] = customers = Place(_("Customers"), "accounts:list", "building-store", permissions.VIEW)
        FRAME.navigation.append(customers)
        FRAME.creations.append(Place(_("Customer"), "accounts:new", "building-store", permissions.EDIT))
        FRAME.creations.append(Place(_("Group"), "accounts:new_group", "tags", permissions.EDIT))
        FRAME.addresses["search"] = "accounts:list"
        FRAME.closed["search"] = permissions.VIEW
