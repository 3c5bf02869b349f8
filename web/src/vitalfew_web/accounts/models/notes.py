"""Notes on customers."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.models.accounts import Account


class Note(models.Model):
    """What somebody wrote of a customer, in Markdown. Former texts are kept as versions; a deleted one is only hidden."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("note"), max_length=10_000)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "-written_at", "-id"], name="notes_of_account")]
        verbose_name = _("note")

    def __str__(self) -> str:
        return f"{self.account_id}, {self.written_at:%Y-%m-%d}"


class NoteVersion(models.Model):
    """A note as it read before."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.note_id} until {self.until:%Y-%m-%d}"
