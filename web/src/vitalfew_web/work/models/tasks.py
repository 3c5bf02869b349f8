"""The task."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vitalfew_web.work.choices import Before, Repeat


class Tasks(models.QuerySet["Task"]):
    """Chainable limits."""

    def open(self) -> Tasks:
        """Those that are still to be done."""
        return self.filter(done_at__isnull=True)

    def about(self, subject: str, key: int) -> Tasks:
        """Those about one object."""
        return self.filter(subject=subject, subject_id=key)


class Task(models.Model):
    """Something that somebody has to do, perhaps about a customer, perhaps by a moment, perhaps again and again.

    The moment is kept as people said it (`due_on`, `due_time`, in `zone`) and as it is (`due_at`). `remind_at` is when
    the next reminder is due; it is emptied by the one who gives it. Of a task that repeats each time is a row of its
    own that `follows` the one before; `first_on` is the day from which they are counted.
    """

    text = models.CharField(_("what"), max_length=200)
    note = models.TextField(_("note"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="tasks"
    )
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(_("about"), null=True, blank=True)
    due_on = models.DateField(_("day"), null=True, blank=True)
    due_time = models.TimeField(_("time"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=64)
    due_at = models.DateTimeField(null=True, editable=False)
    repeat = models.CharField(_("again"), max_length=8, choices=Repeat, default=Repeat.NEVER, blank=True)
    first_on = models.DateField(null=True, editable=False)
    remind_before = models.PositiveIntegerField(_("reminder"), choices=Before, null=True, blank=True)
    remind_at = models.DateTimeField(null=True, editable=False)
    hidden_until = models.DateTimeField(null=True, editable=False)
    follows = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="next", editable=False)
    added_at = models.DateTimeField(editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = Tasks.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, due_time__isnull=True, due_at__isnull=True, remind_before__isnull=True)
                & Q(repeat=Repeat.NEVER)
                | Q(due_on__isnull=False, due_at__isnull=False),
                name="task_without_a_day_has_nothing_that_needs_one",
            ),
            models.CheckConstraint(
                condition=Q(subject="", subject_id__isnull=True) | ~Q(subject="") & Q(subject_id__isnull=False),
                name="task_is_about_a_whole_subject",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(remind_at__isnull=True), name="task_done_reminds_nobody"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["owner", "done_at", "due_at", "id"], name="tasks_of_owner"),
            models.Index(fields=["subject", "subject_id", "done_at"], name="tasks_of_subject"),
            models.Index(fields=["remind_at"], name="tasks_that_remind", condition=Q(remind_at__isnull=False)),
        ]
        verbose_name = _("task")

    def __str__(self) -> str:
        return self.text


def as_recorded(task: Task) -> dict[str, Any]:
    """What the audit keeps of a task."""
    return {
        "text": task.text,
        "note": task.note,
        "owner": task.owner_id,
        "about": f"{task.subject} {task.subject_id}" if task.subject else "",
        "due_on": task.due_on and task.due_on.isoformat(),
        "due_time": task.due_time and task.due_time.isoformat("minutes"),
        "repeat": task.repeat,
        "remind_before": task.remind_before,
        "hidden_until": task.hidden_until and task.hidden_until.isoformat(),
        "done_at": task.done_at and task.done_at.isoformat(),
    }
