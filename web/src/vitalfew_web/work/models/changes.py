"""What a worker does with very many rows of a list at once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """An action of a list on more rows than a request bears, or what takes one back (`undoes`).

    `parts` holds what is left to do when somebody asks for it: keys of rows, or of the reversals to go through. `done`
    counts how many of them are through, so that a worker goes on where another died; `steps` are the reversals of what
    was done, `changed` how many rows became other, `refused` words on rows that stay, the first of them.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    list_name = models.CharField(max_length=40)
    action = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    query = models.TextField(blank=True)
    sent = models.TextField(blank=True)
    parts = models.JSONField(default=list)
    done = models.PositiveBigIntegerField(default=0)
    changed = models.PositiveBigIntegerField(default=0)
    left = models.PositiveBigIntegerField(default=0)
    refused = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    undoes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["by", "-id"], name="changes_of_person")]
        verbose_name = _("change of many rows")

    def __str__(self) -> str:
        return self.title
