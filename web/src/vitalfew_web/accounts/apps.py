"""Registration of the accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AccountsConfig(AppConfig):
    """Customers."""

    name = "vitalfew_web.accounts"

    def ready(self) -> None:
        from vitalfew_web.accounts import audit, lists, panels, permissions
        from vitalfew_web.core.registries import (
            ACCESSES,
            AUDIT_LABELS,
            FIELD_LABELS,
            FRAME,
            LISTS,
            PANELS,
            PERMISSIONS,
            TIMELINE,
            VALUE_WORDS,
            Panel,
            Place,
            Source,
        )

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
        TIMELINE["accounts.account"] = [Source(panels.recorded, changes=True), Source(panels.noted)]
        VALUE_WORDS["accounts.account"] = panels.value_words
        VALUE_WORDS["accounts.contact"] = panels.contact_words
        PANELS["accounts.account"] = [
            Panel("known", _("What we know"), permissions.VIEW, 10, render=panels.draw_known),
            Panel("timeline", _("Timeline"), permissions.VIEW, 90, render=panels.draw_timeline),
            Panel(
                "people",
                pgettext_lazy("at a customer", "People"),
                permissions.VIEW,
                20,
                render=panels.draw_people,
                aside=True,
            ),
            Panel(
                "facts",
                pgettext_lazy("of a customer", "Facts"),
                permissions.VIEW,
                40,
                render=panels.draw_facts,
                aside=True,
            ),
            Panel("relations", _("Relations"), permissions.VIEW, 50, url="accounts:relations", aside=True),
        ]
