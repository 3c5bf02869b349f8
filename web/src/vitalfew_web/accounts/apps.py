"""Registration of the accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Customers."""

    name = "vitalfew_web.accounts"

    def ready(self) -> None:
        from vitalfew_web.accounts import audit, forms, lists, panels, permissions, selectors, services
        from vitalfew_web.core import registries as core
        from vitalfew_web.core.listing import ACTIONS, Action

        core.PERMISSIONS.update(permissions.LABELS)
        core.REACHING.add(permissions.VIEW)
        core.AUDIT_LABELS.update(audit.LABELS)
        core.FIELD_LABELS.update(audit.FIELDS)
        customers = core.Place(_("Customers"), "accounts:list", "building-store", permissions.VIEW, key="c")
        core.LISTS[lists.NAME] = customers
        core.FRAME.navigation.append(customers)
        core.FRAME.creations.append(core.Place(_("Customer"), "accounts:new", "building-store", permissions.EDIT))
        core.FRAME.creations.append(core.Place(_("Group"), "accounts:new_group", "tags", permissions.EDIT))
        core.FRAME.addresses["search"] = "accounts:list"
        core.FRAME.closed["search"] = permissions.VIEW
        core.SUBJECTS["accounts.account"] = core.Subject(
            _("Customer"), selectors.named_for, selectors.key_of, permissions.EDIT
        )
        for name, label, icon, permission, form in (
            ("give", _("Give {count} to another owner"), "user-share", permissions.ASSIGN, forms.GiveForm),
            ("group", _("Put {count} into a group"), "tag", permissions.EDIT, forms.GroupChoiceForm),
            ("ungroup", _("Take {count} out of a group"), "tags", permissions.EDIT, forms.GroupChoiceForm),
        ):
            ACTIONS[lists.NAME].append(Action(name, label, icon, permission, form, lists.DONE[name]))
        core.UNDO[services.GIVEN] = services.take_accounts_back
        core.UNDO[services.EDITED] = services.take_edit_back
        core.PALETTE["accounts.account"] = core.Source(_("Customers"), panels.hits_for, panels.preview_of, order=0)
        core.PALETTE_ACTIONS.append(panels.actions_on)
