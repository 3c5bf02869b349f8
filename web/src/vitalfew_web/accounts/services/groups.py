"""Own groups of customers: made, changed, filled, merged, deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, Group, Membership, group_as_recorded
from vitalfew_web.accounts.selectors import accounts_for, groups_for
from vitalfew_web.core.services import Overtaken, record


@transaction.atomic
def make_group(*, fields: Mapping[str, Any], by: User, at: datetime) -> Group:
    """A new group of `by`. Refused: a name that an own or a shared group has."""
    group = Group(**fields, owner=by, changed_at=at)
    group.full_clean()
    group.save()
    record(action=audit.GROUP_MADE, of=group, by=by, at=at, after=group_as_recorded(group))
    return group


@transaction.atomic
def change_group(*, group: Group, fields: Mapping[str, Any], version: int, by: User, at: datetime) -> Group:
    """The group with another name, description, colour, or shared otherwise.

    Raises Overtaken where it is no longer at `version`. Refused: as for a new one; another's group.
    """
    held = _own(group, by)
    if held.version != version:
        raise Overtaken(held)
    before = group_as_recorded(held)
    for name, value in fields.items():
        setattr(held, name, value)
    held.full_clean()
    held.version, held.changed_at = version + 1, at
    held.save()
    record(action=audit.GROUP_CHANGED, of=held, by=by, at=at, before=before, after=group_as_recorded(held))
    return held


@transaction.atomic
def delete_group(*, group: Group, by: User, at: datetime) -> None:
    """Without the group; its customers stay. The audit keeps who was in it. Refused: another's group."""
    held = _own(group, by)
    before = {**group_as_recorded(held), "customers": _members(held)}
    record(action=audit.GROUP_DELETED, of=held, by=by, at=at, before=before)
    held.delete()


@transaction.atomic
def merge_groups(*, group: Group, into: Group, by: User, at: datetime) -> Group:
    """All customers of a group in another, and the group gone. Refused: into itself, with or into another's group."""
    if group.pk == into.pk:
        raise ValidationError({"into": _("Name another group.")})
    held, target = _own(group, by), _own(into, by)
    customers = _members(held)
    _put(target, set(customers) - set(_members(target)), by=by, at=at)
    before = {**group_as_recorded(held), "customers": customers}
    record(action=audit.GROUP_MERGED, of=held, by=by, at=at, before=before, after={"into": target.name})
    held.delete()
    return target


@transaction.atomic
def add_to_group(*, group: Group, accounts: Iterable[int], by: User, at: datetime) -> list[int]:
    """The keys of those of these customers that are newly in the group; one entry of the audit names them all.

    Left out: customers that `by` does not see, and those that are in it. Raises Group.DoesNotExist where `by` does not
    see the group.
    """
    held = groups_for(by).select_for_update(of=("self",)).get(pk=group.pk)
    keys = _seen(accounts, by) - set(_members(held))
    _put(held, keys, by=by, at=at)
    if keys:
        record(action=audit.GROUP_FILLED, of=held, by=by, at=at, after={"customers": sorted(keys)})
    return sorted(keys)


@transaction.atomic
def take_from_group(*, group: Group, accounts: Iterable[int], by: User, at: datetime) -> list[int]:
    """The keys of those of these customers that were in the group and are no more; the rest as for putting in."""
    held = groups_for(by).select_for_update(of=("self",)).get(pk=group.pk)
    keys = _seen(accounts, by) & set(_members(held))
    Membership.objects.filter(group=held, account__in=keys).delete()
    if keys:
        record(action=audit.GROUP_CLEARED, of=held, by=by, at=at, before={"customers": sorted(keys)})
    return sorted(keys)


@transaction.atomic
def set_groups(*, account: Account, groups: Collection[Group], by: User, at: datetime) -> None:
    """The customer in these groups and in no other that `by` sees."""
    wanted = {group.pk for group in groups}
    now = set(Membership.objects.filter(account=account).values_list("group", flat=True))
    for group in groups_for(by):
        if group.pk in wanted - now:
            add_to_group(group=group, accounts=[account.pk], by=by, at=at)
        elif group.pk in now - wanted:
            take_from_group(group=group, accounts=[account.pk], by=by, at=at)


def _own(group: Group, by: User) -> Group:
    held = groups_for(by).select_for_update(of=("self",)).get(pk=group.pk)
    if held.owner_id != by.pk:
        raise PermissionDenied("another's group")
    return held


def _members(group: Group) -> list[int]:
    return sorted(Membership.objects.filter(group=group).values_list("account", flat=True))


def _seen(accounts: Iterable[int], by: User) -> set[int]:
    return set(accounts_for(by).filter(pk__in=list(accounts)).values_list("pk", flat=True))


def _put(group: Group, keys: Iterable[int], *, by: User, at: datetime) -> None:
    rows = (Membership(group=group, account_id=key, added_by=by, added_at=at) for key in sorted(keys))
    Membership.objects.bulk_create(rows, batch_size=500)
