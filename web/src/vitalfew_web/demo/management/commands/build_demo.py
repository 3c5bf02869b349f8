"""Build the example company where nobody works yet."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from vitalfew_web.access.models import User
from vitalfew_web.demo.choices import ADDRESSES, PASSWORD
from vitalfew_web.demo.selectors import company
from vitalfew_web.demo.services import build

MOST = 1_000_000
LEAD = "lin.yue"


class Command(BaseCommand):
    """Build it, and say how to log in."""

    help = "Build the example company. Does nothing where there are people already, unless it is asked for --again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How large it shall be, and whether it comes back after it was taken away."""
        parser.add_argument("--customers", type=int, default=3000, help="from 1 to 1,000,000")
        parser.add_argument("--again", action="store_true", help="also where it was taken away, or people work already")

    def handle(self, *args: Any, customers: int, again: bool, **options: Any) -> None:
        if not 1 <= customers <= MOST:
            raise CommandError(f"from 1 to {MOST:,} customers")
        held = company()
        is_here = held is not None and held.removed_at is None
        broken_off = held is not None and is_here and not held.whole and held.leaving_at is None
        if broken_off or (not is_here and (again or not User.objects.exists())):
            build(customers=customers, at=timezone.now(), heard=self.hear)
            is_here = True
        login = f"login: {ADDRESSES[LEAD]} / {PASSWORD}"
        self.stdout.write(login if is_here else "the example company is not here; build_demo --again builds it")

    def hear(self, text: str) -> None:
        """Say how far it is, beside what scripts read."""
        self.stderr.write(f"example company: {text}")
