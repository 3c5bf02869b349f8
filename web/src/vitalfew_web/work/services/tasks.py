"""Adding, changing, putting off and doing tasks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.core.selectors import subject_named
from vitalfew_web.core.services import Overtaken, record
from vitalfew_web.work import audit
from vitalfew_web.work.models import Task, as_recorded
from vitalfew_web.work.rules import due_moment, next_day, put_off, reminder
from vitalfew_web.work.services.notifications import notify

FIELDS = frozenset({"text", "note", "owner", "subject", "subject_id", "due_on", "due_time", "repeat", "remind_before"})
"""The fields that people write."""


@transaction.atomic
def add_task(*, fields: Mapping[str, Any], by: User, at: datetime) -> Task:
    """A new task, of whoever adds it unless somebody else is named, who is then told.

    Refused: somebody whom `by` does not see, an object that the one who is to do it does not see, a repetition or a
    reminder without a day.
    """
    task = Task(given_by=by, added_at=at, **{"owner": by, **fields})
    task.first_on = task.due_on
    _schedule(task, at, anew=True)
    _refuse(task, by=by, owner_was=by.pk, about_was=None)
    task.save()
    record(action=audit.ADDED, of=task, by=by, at=at, after=as_recorded(task))
    _tell_owner(task, by=by, at=at)
    return task


@transaction.atomic
def change_task(*, task: Task, fields: Mapping[str, Any], version: int, by: User, at: datetime) -> Task:
    """The task with other fields. Raises Overtaken where it is no longer at `version`; refused as for a new one."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.version != version:
        raise Overtaken(held)
    before, owner_was, about_was = as_recorded(held), held.owner_id, held.subject_id
    moments = (held.due_on, held.due_time, held.remind_before, held.owner_id)
    for name, value in fields.items():
        setattr(held, name, value)
    moved = moments != (held.due_on, held.due_time, held.remind_before, held.owner_id)
    if held.due_on != moments[0] or before["repeat"] != held.repeat:
        held.first_on = held.due_on
    if moved:
        held.hidden_until = None
        _schedule(held, at, anew=True)
    _refuse(held, by=by, owner_was=owner_was, about_was=about_was)
    if as_recorded(held) == before:
        return held
    _save(held, audit.CHANGED, before, by=by, at=at)
    if held.owner_id != owner_was:
        _tell_owner(held, by=by, at=at)
    return held


@transaction.atomic
def snooze_task(*, task: Task, how: str, by: User, at: datetime) -> Task:
    """Put a task off: until then it is not shown among what waits, and then it reminds once. Done ones stay as they are."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.done_at:
        return held
    before = as_recorded(held)
    held.hidden_until = held.remind_at = put_off(at, how, held.owner.time_zone)
    _save(held, audit.SNOOZED, before, by=by, at=at)
    return held


@transaction.atomic
def finish_task(*, task: Task, by: User, at: datetime) -> Task:
    """The task is done; one that repeats comes again on its next day from today on. Done twice is done once (F-14)."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.done_at:
        return held
    before = as_recorded(held)
    held.done_at, held.remind_at, held.hidden_until = at, None, None
    _save(held, audit.DONE, before, by=by, at=at)
    if held.repeat:
        _come_again(held, by=by, at=at)
    return held


@transaction.atomic
def reopen_task(*, task: Task, by: User, at: datetime) -> Task:
    """Take back that a task is done. What came after it goes, unless somebody already changed that or did it too."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if not held.done_at:
        return held
    following = Task.objects.filter(follows=held).first()
    if following and (following.version > 1 or following.done_at):
        raise ValidationError(_("Its next time was changed already. Add a new task instead; nothing was changed."))
    if following:
        # The audit keeps that it was there.
        following.delete()
    before = as_recorded(held)
    held.done_at = None
    _schedule(held, at, anew=False)
    _save(held, audit.REOPENED, before, by=by, at=at)
    return held


def _come_again(task: Task, *, by: User, at: datetime) -> None:
    today = at.astimezone(ZoneInfo(task.zone)).date()
    assert task.due_on is not None, "what repeats has a day"
    assert task.first_on is not None, "and one from which it is counted"
    copied = {name: getattr(task, name) for name in FIELDS - {"owner", "due_on"}}
    day = next_day(task.first_on, task.repeat, max(task.due_on, today))
    again = Task(
        **copied,
        due_on=day,
        owner=task.owner,
        given_by=task.given_by,
        added_at=at,
        first_on=task.first_on,
        follows=task,
    )
    _schedule(again, at, anew=True)
    again.save()
    record(action=audit.ADDED, of=again, by=by, at=at, after=as_recorded(again))


def _schedule(task: Task, at: datetime, *, anew: bool) -> None:
    """When a task is due and reminds, in the time zone of who has to do it. A reminder that is past is not given."""
    if anew:
        task.zone = task.owner.time_zone
    task.due_at = due_moment(task.due_on, task.due_time, task.zone) if task.due_on else None
    task.remind_at = None
    if task.due_on and task.remind_before is not None:
        wanted = reminder(task.due_on, task.due_time, task.zone, task.remind_before)
        task.remind_at = wanted if wanted > at else None


def _refuse(task: Task, *, by: User, owner_was: int, about_was: int | None) -> None:
    """Refuse what does not hold together, or names what people do not see; what was so before may stay."""
    if task.owner_id != owner_was and not colleagues_of(by).filter(pk=task.owner_id).exists():
        raise ValidationError({"owner": _("You cannot give a task to this person.")})
    if task.subject_id and (task.subject_id, task.owner_id) != (about_was, owner_was):
        if task.subject_id != about_was and subject_named(by, task.subject, task.subject_id) is None:
            raise ValidationError({"about": _("There is no such customer.")})
        if subject_named(task.owner, task.subject, task.subject_id) is None:
            raise ValidationError({"owner": _("This person does not see the customer.")})
    for name in ("due_time", "repeat", "remind_before"):
        if task.due_on is None and getattr(task, name) not in (None, ""):
            raise ValidationError({"due_on": _("Say on which day.")})
    task.full_clean(validate_constraints=False)


def _save(task: Task, action: str, before: Mapping[str, Any], *, by: User, at: datetime) -> None:
    task.version += 1
    task.save()
    record(action=action, of=task, by=by, at=at, before=before, after=as_recorded(task))


def _tell_owner(task: Task, *, by: User, at: datetime) -> None:
    """Who is given a task by somebody else is told."""
    if task.owner_id == by.pk:
        return
    with translation.override(task.owner.language):
        notify(
            person=task.owner,
            occasion=f"task {task.pk} given to {task.owner_id} v{task.version}",
            title=_("{name} gave you a task").format(name=by.name),
            text=task.text,
            url=reverse("work:task", args=[task.pk]),
            icon="checkbox",
            at=at,
        )
