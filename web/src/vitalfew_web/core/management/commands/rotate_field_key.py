"""Encode all protected fields with a new key."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from vitalfew_web.core.secrecy import Unreadable, put_new_key_first, secret_fields


class Command(BaseCommand):
    """Put a new key first and write every protected field anew; it may be repeated."""

    help = "Encode all protected fields with the first key; with --new, make one first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether a key is made."""
        parser.add_argument("--new", action="store_true", help="make a new key and put it first")

    def handle(self, *args: Any, new: bool, **options: Any) -> None:
        if new:
            try:
                put_new_key_first()
            except ValueError as refusal:
                raise CommandError(str(refusal)) from None
        written = sum(self._write_anew(model, field.attname) for model, field in secret_fields())
        self.stdout.write(f"{written} fields are encoded with the first key; older keys can go from the file now.")

    def _write_anew(self, model: Any, name: str) -> int:
        """Row by row, each in a transaction of its own, so that nobody waits."""
        done = 0
        for key in list(model.objects.filter(**{f"{name}__isnull": False}).values_list("pk", flat=True)):
            with transaction.atomic():
                row = model.objects.select_for_update().get(pk=key)
                try:
                    setattr(row, name, getattr(row, name).anew())
                except Unreadable:
                    raise CommandError(f"no key opens {model._meta.label} {key}; nothing of it was changed") from None
                row.save(update_fields=[name])
                done += 1
        return done
