"""Customers in the palette."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.accounts.selectors import Asked, accounts_for, listed_for
from vitalfew_web.core.registries import Hit, Preview
from vitalfew_web.work.selectors import tasks_about


def hits_for(user: User, text: str, most: int) -> list[Hit]:
    """Customers that somebody may mean by a text, for the palette."""
    if not user.may(VIEW):
        return []
    return [
        Hit(
            account.name,
            reverse("accounts:account", args=[account.number]),
            "building-store",
            note=account.number,
            end=account.owner.name if account.owner else "",
            subject=("accounts.account", account.pk),
        )
        for account in listed_for(user, Asked(text=text))[:most]
    ]


def actions_on(user: User, hit: Hit) -> list[Hit]:
    """What somebody may do with a customer that was found."""
    if not hit.subject or hit.subject[0] != "accounts.account" or not user.may(EDIT):
        return []
    return [Hit(_("Edit {name}").format(name=hit.title), f"{hit.url}edit", "pencil", letter="e")]


def preview_of(user: User, key: int) -> Preview | None:
    """A customer in short, beside the palette; None where somebody does not see it."""
    account = accounts_for(user).select_related("owner").filter(pk=key).first() if user.may(VIEW) else None
    if account is None:
        return None
    labels = {field.name: field.verbose_name for field in account._meta.fields}
    shown = {
        "owner": account.owner.name if account.owner else _("nobody"),
        "channel_role": account.get_channel_role_display(),
        "size": account.get_size_display(),
        "phone": account.phone,
        "email": account.email,
    }
    tasks = list(tasks_about(user, "accounts.account", key).open()[:3])
    notes = [(_("To do"), " · ".join(task.text for task in tasks))] if tasks else []
    notes += [
        (str(labels[name]).capitalize(), getattr(account, name))
        for name in ("situation", "needs")
        if getattr(account, name)
    ]
    return Preview(
        account.name,
        reverse("accounts:account", args=[account.number]),
        " · ".join(filter(None, (account.number, account.industry, account.region))),
        facts=[(labels[name], str(value)) for name, value in shown.items() if value],
        notes=[(label, text[:300]) for label, text in notes],
    )
