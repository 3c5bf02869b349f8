"""Do the work behind the pages."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from vitalfew_web.core.worker import work


class Command(BaseCommand):
    """Work until asked to end; several may run at once. What is under way then is given back."""

    help = "Run jobs and regular work until asked to end (Ctrl-C or SIGTERM)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Listen for the end, and work."""
        stopping = threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  (a signal gives both)
            stopping.set()

        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, stop)
        work(stopping)
