"""Changing more rows of a list than a request bears: by a worker, a thousand at a time, and back again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import QueryDict
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.listing import ACTIONS, MOST, Action, Outcome
from vitalfew_web.core.registries import LISTS
from vitalfew_web.core.services import start_job
from vitalfew_web.work.models import Change, Reversal
from vitalfew_web.work.services.notifications import notify
from vitalfew_web.work.services.undo import HOLDS, take_back

CHANGE = "work.change"
"""The kind of job that changes many rows."""

NAMED = 50
"""Words on rows that stay as they are; of further ones only their number is kept."""


@transaction.atomic
def change_behind(
    *, list_name: str, action: Action, title: str, query: str, sent: str, keys: Sequence[int], by: User, at: datetime
) -> str:
    """Let a worker do with these rows what `action` does, with the rights that `by` has then. Gives the page of it."""
    change = Change.objects.create(
        by=by,
        list_name=list_name,
        action=action.name,
        title=title[:200],
        query=query,
        sent=sent,
        parts=list(keys),
        asked_at=at,
    )
    start_job(kind=CHANGE, by=by, about=change, at=at)
    return reverse("work:change", args=[change.pk])


@transaction.atomic
def take_change_back(*, change: Change, by: User, at: datetime) -> Change:
    """Let a worker take back what another did. Raises Change.DoesNotExist where `by` did not ask for it.

    Refused: while it goes on, where nothing was changed, a second time, and after a day.
    """
    held = Change.objects.select_for_update().get(pk=change.pk, by=by)
    if held.ended_at is None or not held.steps or hasattr(held, "undone_by"):
        raise ValidationError(_("There is nothing to take back."))
    if held.ended_at + HOLDS < at:
        raise ValidationError(_("That is more than a day ago. The history of each object shows what it was before."))
    title = _("Taken back: {title}").format(title=held.title)[:200]
    undo = Change.objects.create(
        by=by,
        list_name=held.list_name,
        action=held.action,
        title=title,
        query=held.query,
        parts=held.steps,
        undoes=held,
        asked_at=at,
    )
    start_job(kind=CHANGE, by=by, about=undo, at=at)
    return undo


def go_on(*, change: Change, at: datetime, tell: Callable[[int, int], None]) -> None:
    """Do what is left of a change, each part in a transaction of its own, and tell who asked for it at the end.

    Refused: where `by` may not do it any more, or the fields that were sent do not hold any more; what was done stays.
    """
    by = User.objects.get(pk=change.by_id)
    do: Callable[[list[Any]], Outcome]
    try:
        do = _taking_back(by, at) if change.undoes_id else _doing(change, by, at)
        size = 1 if change.undoes_id else MOST
        while change.done < len(change.parts):
            tell(change.done, len(change.parts))
            part = change.parts[change.done : change.done + size]
            with transaction.atomic():
                _add_up(change, do(part), len(part))
    except (PermissionDenied, ValidationError):
        _end(change, at)
        raise
    _end(change, at)


def _doing(change: Change, by: User, at: datetime) -> Callable[[list[int]], Outcome]:
    action = next((each for each in ACTIONS[change.list_name] if each.name == change.action), None)
    if action is None or not by.may(action.permission):
        raise PermissionDenied(change.action)
    form = action.form(QueryDict(change.sent), user=by)
    if not form.is_valid():
        raise ValidationError(_("What you chose does not hold any more."))
    return lambda part: action.run(dict.fromkeys(part), form.cleaned_data, by=by, at=at)


def _taking_back(by: User, at: datetime) -> Callable[[list[str]], Outcome]:
    def take(part: list[str]) -> Outcome:
        try:
            return Outcome(take_back(key=UUID(part[0]), by=by, at=at), changed=1)
        except (ValidationError, Reversal.DoesNotExist) as problem:
            return Outcome("", [" ".join(getattr(problem, "messages", [_("It is gone.")]))])

    return take


def _add_up(change: Change, outcome: Outcome, rows: int) -> None:
    change.done += rows
    change.changed += outcome.changed
    change.left += len(outcome.refused)
    change.refused = [*change.refused, *outcome.refused][:NAMED]
    if outcome.undo:
        change.steps = [*change.steps, str(resolve(outcome.undo).kwargs["step"])]
    change.save(update_fields=["done", "changed", "left", "refused", "steps"])


@transaction.atomic
def _end(change: Change, at: datetime) -> None:
    change.ended_at = at
    change.save(update_fields=["ended_at"])
    url = reverse("work:change", args=[change.pk])
    icon = LISTS[change.list_name].icon
    notify(
        person=change.by,
        occasion=f"change {change.pk}",
        title=_("Done: {task}").format(task=change.title),
        url=url,
        icon=icon,
        at=at,
    )


def forget_changes(*, at: datetime) -> None:
    """Drop changes of more than a month ago; the audit keeps what they did."""
    Change.objects.filter(asked_at__lt=at - timedelta(days=30)).delete()
