"""Saving, changing, pinning and deleting views of lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from vitalfew_web.core.listing import state_of
from vitalfew_web.core.registries import LISTS
from vitalfew_web.core.services import record
from vitalfew_web.work import audit
from vitalfew_web.work.models import Pin, Reversal, SavedView
from vitalfew_web.work.models.views import as_recorded
from vitalfew_web.work.selectors import view_for
from vitalfew_web.work.services.undo import offer_undo

if TYPE_CHECKING:
    from vitalfew_web.access.models import User

DELETED_VIEW = "work.view.deleted"
"""The kind of undo of a deleted view."""


@transaction.atomic
def save_view(
    *, list_name: str, name: str, state: str, is_shared: bool, is_pinned: bool, by: User, at: datetime
) -> SavedView:
    """A new view of a list, with the filters, the order and the columns of a query string.

    Refused: a list that `by` may not use, a name that one of the own views of it has.
    """
    if list_name not in LISTS or not by.may(LISTS[list_name].permission):
        raise PermissionDenied(list_name)
    view = SavedView(owner=by, list_name=list_name, name=name, state=_state(state), is_shared=is_shared, changed_at=at)
    _refuse(view)
    view.save()
    if is_pinned:
        Pin.objects.create(view=view, user=by)
    record(action=audit.VIEW_SAVED, of=view, by=by, at=at, after=as_recorded(view))
    return view


@transaction.atomic
def change_view(*, view: SavedView, fields: Mapping[str, Any], by: User, at: datetime) -> SavedView:
    """An own view under another name, with another state, shared or no more.

    Raises PermissionDenied for a view of somebody else. Refused: a name that is taken.
    """
    held = _own(view, by)
    before = as_recorded(held)
    for name, value in fields.items():
        setattr(held, name, _state(value) if name == "state" else value)
    _refuse(held)
    held.changed_at = at
    held.save()
    record(action=audit.VIEW_CHANGED, of=held, by=by, at=at, before=before, after=as_recorded(held))
    return held


@transaction.atomic
def pin_view(*, view: SavedView, is_pinned: bool, by: User) -> None:
    """Put a view that one sees into the own side of every page, or take it out."""
    seen = view_for(by, view.pk)
    if is_pinned:
        Pin.objects.get_or_create(view=seen, user=by)
    else:
        Pin.objects.filter(view=seen, user=by).delete()


@transaction.atomic
def delete_view(*, view: SavedView, by: User, at: datetime) -> Reversal:
    """Delete an own view; it can be taken back with all its pins. Raises PermissionDenied for one of somebody else."""
    held = _own(view, by)
    content = {
        **as_recorded(held),
        "list_name": held.list_name,
        "pins": list(held.pins.values_list("user_id", flat=True)),
    }
    step = offer_undo(kind=DELETED_VIEW, content=content, by=by, at=at)
    record(action=audit.VIEW_DELETED, of=held, by=by, at=at, before=as_recorded(held))
    held.delete()
    return step


@transaction.atomic
def restore_view(content: Mapping[str, Any], by: User, at: datetime) -> str:
    """A deleted view is there again, for whoever had it pinned too."""
    fields = {name: content[name] for name in ("list_name", "name", "state", "is_shared")}
    view = save_view(**fields, is_pinned=False, by=by, at=at)
    Pin.objects.bulk_create(Pin(view=view, user_id=user) for user in content["pins"])
    return _("The view “{name}” is there again.").format(name=view.name)


def _own(view: SavedView, by: User) -> SavedView:
    held = SavedView.objects.select_for_update().get(pk=view.pk)
    if held.owner_id != by.pk:
        raise PermissionDenied(view.name)
    return held


def _refuse(view: SavedView) -> None:
    """Refuse a name that says nothing, or that another own view of the list has."""
    view.name = view.name.strip()
    view.clean_fields(exclude=["state"])
    others = SavedView.objects.filter(owner=view.owner_id, list_name=view.list_name, name=view.name)
    if others.exclude(pk=view.pk).exists():
        raise ValidationError({"name": _("You have a view of this name already.")})


def _state(text: str) -> str:
    """A query string as views keep it: without the page, and without the view that one came from."""
    return state_of(QueryDict(text.removeprefix("?")))
