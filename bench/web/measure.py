"""A measure beside each answer: milliseconds, and CPU milliseconds of the thread that answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
MEASURE = "X-Bench"


def measured(answered: Application) -> Application:
    """The application, saying in a header what each answer took."""

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        wall, cpu = time.perf_counter(), time.thread_time()

        def begin(status: str, headers: list[tuple[str, str]], fault: Any = None) -> Any:
            took = (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000
            return start(status, [*headers, (MEASURE, f"{took[0]:.2f} {took[1]:.2f}")], fault)

        return answered(environ, begin)

    return application
