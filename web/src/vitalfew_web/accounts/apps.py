"""Registration of the accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Customers."""

    name = "vitalfew_web.accounts"

    def ready(self) -> None:
        from vitalfew_web.accounts import audit, forms, lists, permissions, services
        from vitalfew_web.core.listing import ACTIONS, Action
        from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, FRAME, LISTS, PERMISSIONS, UNDO, Place

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS.update(audit.FIELDS)
        LISTS[lists.NAME] = customers = Place(_("Customers"), "accounts:list", "building-store", permissions.VIEW)
        FRAME.navigation.append(customers)
        for name, label, icon, permission, form in (
            ("give", _("Give {count} to another owner"), "user-share", permissions.ASSIGN, forms.GiveForm),
            ("group", _("Put {count} into a group"), "tag", permissions.EDIT, forms.GroupChoiceForm),
            ("ungroup", _("Take {count} out of a group"), "tags", permissions.EDIT, forms.GroupChoiceForm),
        ):
            ACTIONS[lists.NAME].append(Action(name, label, icon, permission, form, lists.DONE[name]))
        UNDO[services.GIVEN] = services.take_accounts_back
        UNDO[services.EDITED] = services.take_edit_back
        FRAME.creations.append(Place(_("Customer"), "accounts:new", "building-store", permissions.EDIT))
        FRAME.creations.append(Place(_("Group"), "accounts:new_group", "tags", permissions.EDIT))
        FRAME.addresses["search"] = "accounts:list"
        FRAME.closed["search"] = permissions.VIEW
