"""The audit, whose entries nobody edits, the work that goes on behind the pages, and forms that were sent."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from vitalfew_web.core.choices import ENDS, JobStatus


class AuditEntry(models.Model):
    """One change of one object. Triggers of the database refuse to alter or delete it (migration 0002).

    `before` and `after` hold the changed fields alone, as plain values. `seal` is the digest of the entry and of the
    seal before it, so that a missing or altered entry shows.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["subject", "subject_id", "-id"], name="audit_of_subject")]
        verbose_name = _("audit entry")

    def __str__(self) -> str:
        return f"{self.action} {self.subject} {self.subject_id}"


class AuditHead(models.Model):
    """The last seal, in one row that each new entry locks: two writers never seal the same entry."""

    seal = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.seal


class Job(models.Model):
    """Work behind a page: what is to be done, how far it is, how it ended. It waits here until a worker takes it.

    Whoever runs it holds it until `held_until` and puts that off while alive; one that nobody holds any longer was
    left by a worker that died. `subject` is what it is about; `arguments` are plain values; `said` is a sentence for
    people; `reference` finds an unexpected fault in the log.
    """

    kind = models.CharField(max_length=80)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    arguments = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    status = models.CharField(max_length=12, choices=JobStatus, default=JobStatus.WAITING)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    said = models.TextField(blank=True)
    reference = models.CharField(max_length=16, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["status", "due_at", "id"], name="jobs_to_do"),
            models.Index(fields=["subject", "subject_id", "-id"], name="jobs_of_subject"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status__in=sorted(ENDS), ended_at__isnull=False)
                | ~models.Q(status__in=sorted(ENDS)) & models.Q(ended_at__isnull=True),
                name="job_has_an_end_where_it_ended",
            ),
            models.CheckConstraint(
                condition=models.Q(status=JobStatus.RUNNING, held_until__isnull=False)
                | ~models.Q(status=JobStatus.RUNNING) & models.Q(held_until__isnull=True),
                name="job_is_held_while_it_runs",
            ),
        ]
        verbose_name = _("job")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.status in ENDS


class Round(models.Model):
    """Something that workers do again and again, and when it is due next."""

    name = models.CharField(max_length=80, primary_key=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Intent(models.Model):
    """One thing that somebody wanted, by the key of the form it was sent with, and how it was answered.

    `status` is empty while it is under way, and held by one request, `holder`. `has_effect` is set in the transaction
    of the change itself. `body` is None where the answer was too long to keep. Kept for a day.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    holder = models.CharField(max_length=16)
    at = models.DateTimeField(db_index=True)
    has_effect = models.BooleanField(default=False)
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.TextField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["by", "key"], name="one_intent_per_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.status or 'under way'}"
