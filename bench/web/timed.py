"""The application with its own measure beside each answer: milliseconds and CPU milliseconds of the thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from vitalfew_web.config.wsgi import application as answered

Start = Callable[..., Any]
MEASURE = "X-Bench"


def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Answer, and say in a header what it took."""
    wall, cpu = time.perf_counter(), time.thread_time()

    def begin(status: str, headers: list[tuple[str, str]], fault: Any = None) -> Any:
        took = (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000
        return start(status, [*headers, (MEASURE, f"{took[0]:.2f} {took[1]:.2f}")], fault)

    answer: Iterable[bytes] = answered(environ, begin)
    return answer
