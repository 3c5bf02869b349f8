"""Build the example company where nobody works yet."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from vitalfew_web.access.models import User
from vitalfew_web.demo.services import HOST, PASSWORD, build


class Command(BaseCommand):
    """Build it, and say how to log in."""

    help = "Build the example company. Does nothing where there are people already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How large it shall be."""
        parser.add_argument("--customers", type=int, default=3000)

    def handle(self, *args: Any, customers: int, **options: Any) -> None:
        if not User.objects.exists():
            build(customers=customers, at=timezone.now())
        self.stdout.write(f"login: lin.yue@{HOST} / {PASSWORD}")
