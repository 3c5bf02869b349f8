"""Many customers at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, Group, as_recorded
from vitalfew_web.accounts.permissions import ASSIGN
from vitalfew_web.accounts.selectors import accounts_for, groups_for
from vitalfew_web.accounts.services.groups import add_to_group, take_from_group
from vitalfew_web.core.listing import Outcome, Selection
from vitalfew_web.core.services import record
from vitalfew_web.work.services import offer_undo

GIVEN = "accounts.given"
"""The kind of undo of customers that were given to another owner."""

GROUPED = "accounts.grouped"
"""The kind of undo of customers that were put into a group, or taken out of one."""


@transaction.atomic
def give_accounts(*, selection: Selection, owner: User, by: User, at: datetime) -> Outcome:
    """Many customers with another owner. Each is judged by itself: what cannot be given is named and stays as it is.

    Refused as a whole: without the right to give customers away, or an owner whose customers `by` does not see.
    """
    if not by.may(ASSIGN):
        raise PermissionDenied(ASSIGN)
    if not colleagues_of(by).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": _("You cannot give a customer to this person.")})
    seen = accounts_for(by).filter(pk__in=list(selection)).select_for_update(of=("self",)).order_by("name", "id")
    given: dict[int, list[int | None]] = {}
    refused = []
    for account in seen:
        if selection[account.pk] not in (None, account.version):
            refused.append(_("{name} was changed meanwhile").format(name=account.name))
        elif account.owner_id != owner.pk:
            was = account.owner_id
            _give(account, owner.pk, by=by, at=at)
            given[account.pk] = [account.version, was]
    unseen = len(selection) - len(seen)
    if unseen:
        refused.append(not_yours(unseen))
    if not given:
        return Outcome("" if refused else _("They belong to {owner} already.").format(owner=owner.name), refused)
    step = offer_undo(kind=GIVEN, content={"given": given}, by=by, at=at)
    said = ngettext("{count} customer is now {owner}’s.", "{count} customers are now {owner}’s.", len(given))
    return Outcome(
        said.format(count=len(given), owner=owner.name), refused, reverse("work:undo", args=[step.pk]), len(given)
    )


@transaction.atomic
def take_accounts_back(content: Mapping[str, Any], by: User, at: datetime) -> str:
    """Customers that were given away have the owners they had before. What was changed since stays as it is.

    Refused: without the right to give customers away.
    """
    if not by.may(ASSIGN):
        raise PermissionDenied(ASSIGN)
    given = {int(key): pair for key, pair in content["given"].items()}
    back = 0
    for account in accounts_for(by).filter(pk__in=given).select_for_update(of=("self",)):
        version, was = given[account.pk]
        if account.version == version:
            _give(account, was, by=by, at=at)
            back += 1
    said = ngettext("{count} customer is back with who had it.", "{count} customers are back with who had them.", back)
    left = len(given) - back
    kept = (
        ngettext("{count} was changed since and stays.", "{count} were changed since and stay.", left) if left else ""
    )
    return " ".join([said.format(count=back), kept.format(count=left)]).strip()


@transaction.atomic
def put_into_group(*, selection: Selection, group: Group, by: User, at: datetime) -> Outcome:
    """Many customers in a group; those that are in it already stay there. Raises Group.DoesNotExist."""
    done = add_to_group(group=group, accounts=selection, by=by, at=at)
    said = ngettext("{count} customer is newly in “{group}”.", "{count} customers are newly in “{group}”.", len(done))
    return _grouped(done, said, selection, group=group, are_in=True, by=by, at=at)


@transaction.atomic
def take_out_of_group(*, selection: Selection, group: Group, by: User, at: datetime) -> Outcome:
    """Many customers no longer in a group. Raises Group.DoesNotExist."""
    done = take_from_group(group=group, accounts=selection, by=by, at=at)
    said = ngettext(
        "{count} customer is no longer in “{group}”.", "{count} customers are no longer in “{group}”.", len(done)
    )
    return _grouped(done, said, selection, group=group, are_in=False, by=by, at=at)


def _grouped(
    done: Sequence[int], said: str, selection: Selection, *, group: Group, are_in: bool, by: User, at: datetime
) -> Outcome:
    unseen = len(selection) - accounts_for(by).filter(pk__in=list(selection)).count()
    refused = [not_yours(unseen)] if unseen else []
    undo = ""
    if done:
        content = {"group": group.pk, "customers": list(done), "are_in": are_in}
        undo = reverse("work:undo", args=[offer_undo(kind=GROUPED, content=content, by=by, at=at).pk])
    return Outcome(said.format(count=len(done), group=group.name), refused, undo, len(done))


@transaction.atomic
def take_grouping_back(content: Mapping[str, Any], by: User, at: datetime) -> str:
    """Customers that were put into a group are out of it, those that were taken out are in it again.

    Refused: where the group is gone, or no longer seen.
    """
    group = groups_for(by).filter(pk=content["group"]).first()
    if group is None:
        raise ValidationError(_("The group is gone; nothing was changed."))
    if content["are_in"]:
        done = take_from_group(group=group, accounts=content["customers"], by=by, at=at)
        said = ngettext(
            "{count} customer is no longer in “{group}”.", "{count} customers are no longer in “{group}”.", len(done)
        )
    else:
        done = add_to_group(group=group, accounts=content["customers"], by=by, at=at)
        said = ngettext(
            "{count} customer is in “{group}” again.", "{count} customers are in “{group}” again.", len(done)
        )
    return said.format(count=len(done), group=group.name)


def not_yours(count: int) -> str:
    """A word on rows that somebody does not see: how many, since their names are not theirs to know."""
    return ngettext("{count} that is not yours", "{count} that are not yours", count).format(count=count)


def _give(account: Account, owner: int | None, *, by: User, at: datetime) -> None:
    """One customer with another owner, recorded by itself."""
    before = as_recorded(account)
    account.owner_id, account.version, account.changed_at = owner, account.version + 1, at
    account.save(update_fields=["owner", "version", "changed_at"])
    record(action=audit.CHANGED, of=account, by=by, at=at, before=before, after=as_recorded(account))
