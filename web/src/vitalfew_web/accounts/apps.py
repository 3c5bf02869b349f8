"""Registration of the accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
        core.ACCESSES.update(audit.ACCESSES)
        core.FIELD_LABELS.update(audit.FIELDS)
        customers = core.Place(_("Customers"), "accounts:list", "building-store", permissions.VIEW, key="c")
        core.LISTS[lists.NAME] = customers
        core.EXPORTS[lists.NAME] = core.Exported(permissions.EXPORT, lists.exported)
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
        core.UNDO[services.GROUPED] = services.take_grouping_back
        core.UNDO[services.EDITED] = services.take_edit_back
        core.TIMELINE["accounts.account"] = [core.Source(panels.recorded, changes=True), core.Source(panels.noted)]
        core.VALUE_WORDS["accounts.account"] = panels.value_words
        core.VALUE_WORDS["accounts.contact"] = panels.contact_words
        core.PANELS["accounts.account"] = [
            core.Panel("known", _("What we know"), permissions.VIEW, 10, render=panels.draw_known),
            core.Panel("timeline", _("Timeline"), permissions.VIEW, 90, render=panels.draw_timeline),
            core.Panel(
                "people",
                pgettext_lazy("at a customer", "People"),
                permissions.VIEW,
                20,
                render=panels.draw_people,
                aside=True,
            ),
            core.Panel(
                "facts",
                pgettext_lazy("of a customer", "Facts"),
                permissions.VIEW,
                40,
                render=panels.draw_facts,
                aside=True,
            ),
            core.Panel("work", _("Tasks"), permissions.VIEW, 45, render=panels.draw_work, aside=True),
            core.Panel("relations", _("Relations"), permissions.VIEW, 50, url="accounts:relations", aside=True),
        ]
        core.PALETTE["accounts.account"] = core.Finder(_("Customers"), panels.hits_for, panels.preview_of, order=0)
        core.PALETTE_ACTIONS.append(panels.actions_on)
