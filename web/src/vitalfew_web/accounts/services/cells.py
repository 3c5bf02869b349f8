"""One field of a customer, changed on a list and taken back by one click."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.accounts.services.accounts import change_account
from vitalfew_web.core.services import Overtaken
from vitalfew_web.work.services import offer_undo

if TYPE_CHECKING:
    from vitalfew_web.work.models import Reversal

EDITED = "accounts.edited"
"""The kind of undo of a field that was changed on a list."""


@transaction.atomic
def edit_cell(
    *, account: Account, field: str, value: Any, version: int, by: User, at: datetime
) -> tuple[Account, Reversal | None]:
    """The customer with another value in one field, and what takes it back; None where nothing differs.

    Raises and refuses what `change_account` does.
    """
    name = {each.name: each.attname for each in Account._meta.fields}[field]
    before = accounts_for(by).values_list(name, flat=True).get(pk=account.pk)
    changed = change_account(account=account, fields={field: value}, version=version, by=by, at=at)
    if changed.version == version:
        return changed, None
    content = {"account": account.pk, "field": name, "value": before, "version": changed.version}
    return changed, offer_undo(kind=EDITED, content=content, by=by, at=at)


@transaction.atomic
def take_edit_back(content: Mapping[str, Any], by: User, at: datetime) -> str:
    """The field as it was. Refused: where the customer was changed since, or is no longer theirs to see."""
    try:
        account = accounts_for(by).get(pk=content["account"])
        change_account(
            account=account, fields={content["field"]: content["value"]}, version=content["version"], by=by, at=at
        )
    except Account.DoesNotExist:
        raise ValidationError(_("The customer is no longer yours to change.")) from None
    except Overtaken as overtaken:
        said = _("{name} was changed again since; that stays. Its page shows what it was before.")
        raise ValidationError(said.format(name=overtaken.now.name)) from None
    return _("{name} is as it was before.").format(name=account.name)
