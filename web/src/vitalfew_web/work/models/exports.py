"""Lists that people took out as files, and what they may take out within an hour."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vitalfew_web.work.choices import Allowance, FileKind


class Export(models.Model):
    """A file of a long list, which a worker makes for one person and which is kept for a day.

    `key` is in its address and cannot be guessed. `query` is the address of the list; `chosen` the keys of the rows that
    were marked, None for all. Until the file is whole `place` is empty. `rights` is a digest of what the person saw when
    it was made: who sees something else by now does not get it.
    """

    key = models.CharField(max_length=32, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exports")
    list_name = models.CharField(max_length=40)
    query = models.TextField(blank=True)
    chosen = models.JSONField(null=True)
    kind = models.CharField(max_length=8, choices=FileKind)
    name = models.CharField(_("name of the file"), max_length=80)
    rows = models.PositiveBigIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    place = models.CharField(max_length=32, blank=True)
    rights = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("export")

    def __str__(self) -> str:
        return self.file_name

    @property
    def file_name(self) -> str:
        """What the file is saved as."""
        return f"{self.name}.{self.kind}"


class Use(models.Model):
    """How much somebody had of what is limited by the hour; forgotten after a day."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=8, choices=Allowance)
    amount = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "what", "at"], name="uses_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.what} {self.amount}"
