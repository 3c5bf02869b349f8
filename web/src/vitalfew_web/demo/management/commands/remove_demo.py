"""Take the example company away."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from vitalfew_web.demo.selectors import company
from vitalfew_web.demo.services import WorkedOn, remove

SHOWN = 20
"""Customers of one's own that are named."""


class Command(BaseCommand):
    """Remove it whole, and say who manages people now; or say what people did with it, and remove nothing."""

    help = "Remove the example company with its customers, facts, grades and people. The administrator stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether what people did with it may go too."""
        parser.add_argument("--even-so", action="store_true", help="also where somebody has worked with it")

    def handle(self, *args: Any, even_so: bool, **options: Any) -> None:
        held = company()
        if held is None or held.removed_at is not None:
            raise CommandError("there is no example company here")
        try:
            left = remove(held=held, at=timezone.now(), even_so=even_so, heard=self.stderr.write)
        except WorkedOn as worked:
            raise CommandError(told(worked)) from None
        self.stdout.write(
            f"The example company is gone. {left.email} manages people; give them a password of their own."
        )


def told(worked: WorkedOn) -> str:
    """What would be lost, line by line."""
    lines = ["nothing was removed, because people have worked with it:"]
    lines += [f"  {times} × {action}" for action, times in worked.work]
    lines += [f"  a customer of your own hangs on it: {name}" for name in worked.own[:SHOWN]]
    if len(worked.own) > SHOWN:
        lines.append(f"  and {len(worked.own) - SHOWN} more of your own")
    lines.append("With --even-so all that goes, and customers of your own stay without their tie to it.")
    return "\n".join(lines)
