"""Reminding people of their tasks: once each, also where the worker dies or two of them are at work."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from vitalfew_web.messaging.services import write
from vitalfew_web.work.models import Task
from vitalfew_web.work.selectors import about_of, wants_mail
from vitalfew_web.work.services.notifications import notify

AT_A_TIME = 200
"""Reminders of one round; what is left comes with the next."""


def remind_due(at: datetime) -> int:
    """Give the reminders that are due; gives how many. What came due while nobody was at work is given now."""
    due = Task.objects.filter(remind_at__lte=at).order_by("remind_at", "id").select_related("owner")
    return sum(_remind(task, at) for task in due[:AT_A_TIME])


@transaction.atomic
def _remind(task: Task, at: datetime) -> bool:
    """Whoever empties the moment of the reminder gives it; both or neither."""
    if not Task.objects.filter(pk=task.pk, remind_at=task.remind_at).update(remind_at=None):
        return False
    if not task.owner.is_active:
        return False
    with translation.override(task.owner.language), timezone.override(task.owner.time_zone):
        about = about_of(task, task.owner)
        words = (about.title if about else "", when_of(task))
        occasion = f"task {task.pk} {task.remind_at:%Y-%m-%dT%H:%M:%SZ}"
        if wants_mail(task.owner):
            values = {"text": task.text, "note": task.note, "about": words[0], "when": words[1]}
            values["url"] = reverse("work:task", args=[task.pk])
            write(to=task.owner, template="work/mail/reminder.txt", occasion=occasion, values=values, at=at)
        return notify(
            person=task.owner,
            occasion=occasion,
            title=task.text,
            text=" · ".join(filter(None, words)),
            url=reverse("work:task", args=[task.pk]),
            icon="checkbox",
            at=at,
        )


def when_of(task: Task) -> str:
    """When a task is due, in words of the language and time zone of now."""
    if task.due_at is None:
        return ""
    if task.due_time is None and task.due_on:
        return date_format(task.due_on, "DATE_FORMAT")
    return date_format(timezone.localtime(task.due_at), "DATETIME_FORMAT")
