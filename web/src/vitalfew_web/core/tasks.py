"""Work behind pages that core itself has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vitalfew_web.core.events import deliver_to

if TYPE_CHECKING:
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job


def deliver(job: Job, progress: Progress) -> None:  # noqa: ARG001  (one step)
    """Tell somebody of an event."""
    deliver_to(job.arguments["to"], job.arguments["event"])
