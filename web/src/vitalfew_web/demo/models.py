"""The example company as an installation remembers it, so that it can be taken away whole."""

from __future__ import annotations

from django.db import models


class Company(models.Model):
    """An example company. All of it was written as of `built_at`, which tells it from everything else.

    `leaving_at` is set while it is taken away, `removed_at` once it is gone.
    """

    built_at = models.DateTimeField()
    customers = models.PositiveIntegerField()
    whole = models.BooleanField(default=False)
    leaving_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.customers} {self.built_at:%Y-%m-%d}"
