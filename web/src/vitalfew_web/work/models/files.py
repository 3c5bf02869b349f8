"""What people hang on objects."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class File(models.Model):
    """A file about an object. Its content lies outside the database under `place`, a name that nobody guesses.

    `name` is what people call it and never part of a path. A removed one can be taken back for a month.
    """

    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    place = models.CharField(max_length=32, unique=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject", "subject_id", "-id"], name="files_of_subject")]
        verbose_name = _("file")

    def __str__(self) -> str:
        return self.name
