"""Ctrl-C and a request to end: both unwind the work, so that nothing half-written stays behind."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDED = 143
"""Exit code of a process that was asked to end (128 + SIGTERM)."""


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Gives a function that says whether Ctrl-C was pressed; libraries turn it into faults of their own."""
    pressed: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(ENDED)

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = {number: signal.signal(number, act) for number, act in ((signal.SIGINT, interrupt), (signal.SIGTERM, end))}
    try:
        yield lambda: bool(pressed)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
