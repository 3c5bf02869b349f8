"""What is recorded of every change: entries that nobody edits, each sealed with the one before it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


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
