"""Work behind pages, and what is done regularly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Kind:
    """A kind of work behind a page. `run` may be called again for the same job: by then half of it may be done.

    A job whose worker died is taken up again where it is `resumable`. An unexpected fault is tried again `retries`
    times, each time later. `quick` work is not kept waiting by long work. Besides the person who asked for it,
    everybody with `permission` may see how far it is.
    """

    run: Callable[[Job, Progress], None]
    label: Text
    resumable: bool = True
    retries: int = 0
    quick: bool = False
    permission: str = ""


JOBS: dict[str, Kind] = {}
"""Name of a kind of job → what to do."""


@dataclass(frozen=True)
class Regular:
    """Something that a worker does again and again; never twice at once."""

    every: timedelta
    run: Callable[[datetime], None]


REGULAR: dict[str, Regular] = {}
"""Name → what is done regularly."""
