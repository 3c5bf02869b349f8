"""Reading tasks: those that somebody has or gave, and those of the people they look after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import owners_seen_by
from vitalfew_web.core.choices import Urgency
from vitalfew_web.core.registries import Deed, Named, Waiting, WorkItem
from vitalfew_web.core.selectors import subject_named, subjects_named
from vitalfew_web.work.models import Task
from vitalfew_web.work.models.tasks import Tasks
from vitalfew_web.work.permissions import OVERSEE
from vitalfew_web.work.rules import EVENING, moment

AHEAD = timedelta(days=7)
"""How far Today looks ahead."""


def tasks_for(user: User) -> Tasks:
    """The tasks that somebody has or gave; whoever may oversee, those of the people whose customers they see."""
    seen = owners_seen_by(user) if user.may(OVERSEE) else [user.pk]
    return Task.objects.all() if seen is None else Task.objects.filter(Q(owner__in=seen) | Q(given_by=user))


def task_for(user: User, key: int) -> Task:
    """One of them, or one about an object that they see. Raises Task.DoesNotExist alike for others' and for none."""
    task = tasks_for(user).select_related("owner", "given_by").filter(pk=key).first()
    if task is None:
        task = Task.objects.select_related("owner", "given_by").get(pk=key)
        if not task.subject or about_of(task, user) is None:
            raise Task.DoesNotExist
    return task


def tasks_about(user: User, subject: str, key: int) -> Tasks:
    """The tasks about an object, what is to be done first. None where this user may not see the object."""
    if subject_named(user, subject, key) is None:
        return Task.objects.none()
    rows = Task.objects.about(subject, key).select_related("owner")
    return rows.order_by(F("done_at").desc(nulls_first=True), F("due_at").asc(nulls_last=True), "id")


def about_of(task: Task, user: User) -> Named | None:
    """What a task is about, as somebody knows it; None where it is about nothing that they see."""
    return subject_named(user, task.subject, task.subject_id) if task.subject_id else None


def about_each(tasks: Iterable[Task], user: User) -> dict[tuple[str, int], Named]:
    """The same of many at once."""
    return subjects_named(user, [(task.subject, task.subject_id) for task in tasks if task.subject_id])


def waiting_tasks(user: User, at: datetime, limit: int) -> Waiting:
    """The own tasks that are late, due within a week or without a day; what is put off waits unseen."""
    mine = Task.objects.open().filter(Q(hidden_until__isnull=True) | Q(hidden_until__lte=at), owner=user)
    mine = mine.filter(Q(due_at__isnull=True) | Q(due_at__lte=at + AHEAD))
    counts = {"in_all": Window(Count("id")), "late": Window(Count("id", filter=Q(due_at__lt=at)))}
    rows: list[Any] = list(mine.annotate(**counts).order_by(F("due_at").asc(nulls_last=True), "id")[:limit])
    about = about_each(rows, user)
    items = [_item(task, about.get((task.subject, task.subject_id or 0)), user, at) for task in rows]
    return Waiting(items, rows[0].in_all, rows[0].late) if rows else Waiting([], 0)


def _item(task: Task, about: Named | None, user: User, at: datetime) -> WorkItem:
    return WorkItem(
        who=about.title if about else task.text,
        why=task.text if about else task.note.partition("\n")[0],
        url=reverse("work:task", args=[task.pk]),
        urgency=urgency(task, user, at),
        when=task.due_at,
        whole_day=task.due_time is None,
        deed=Deed(pgettext("action", "Done"), reverse("work:done", args=[task.pk]), post=True, key="d"),
        more=(Deed(_("Tomorrow"), reverse("work:snooze", args=[task.pk]) + "?how=tomorrow", post=True, key="s"),),
    )


def urgency(task: Task, user: User, at: datetime) -> Urgency:
    """How soon a task must be done, by the day of who looks."""
    if task.due_at is None:
        return Urgency.OPEN
    if task.due_at < at:
        return Urgency.LATE
    if task.due_time and task.due_at - at <= timedelta(hours=1):
        return Urgency.BREAKING
    tonight = moment(at.astimezone(ZoneInfo(user.time_zone)).date(), EVENING, user.time_zone)
    return Urgency.TODAY if task.due_at <= tonight else Urgency.SOON
