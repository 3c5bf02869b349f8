"""What people may take back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Reversal(models.Model):
    """A change that whoever made it may take back: `kind` says how (core/registries.py), `content` what it was before.

    The key is in the address of "Undo" and cannot be guessed.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reversals")
    kind = models.CharField(max_length=80)
    content = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)
    taken_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
