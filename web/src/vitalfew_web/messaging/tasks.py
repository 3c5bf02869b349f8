"""What the worker does for messaging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from vitalfew_web.messaging.services import deliver

if TYPE_CHECKING:
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job


def send(job: Job, progress: Progress) -> None:  # noqa: ARG001  (one step)
    """Send one message."""
    assert job.subject_id is not None, "a job about no message"
    deliver(key=job.subject_id, at=timezone.now())
