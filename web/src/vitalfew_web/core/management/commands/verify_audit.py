"""See whether the audit is what was written."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.selectors import first_broken_seal


class Command(BaseCommand):
    """Go through all entries; the exit code is 1 where one is altered or missing."""

    help = "Check the seals of the audit from the first entry to the last."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many entries there are, or where the chain breaks."""
        try:
            broken = first_broken_seal()
        except LookupError as problem:
            raise CommandError(f"{problem}. Restore the last backup beside this database and compare.") from None
        if broken is not None:
            raise CommandError(
                f"entry {broken.pk} of {broken.at.isoformat()} is not what was written, or one before it is missing. "
                "Restore the last backup beside this database and compare."
            )
        self.stdout.write(f"{AuditEntry.objects.count()} entries, all as they were written")
