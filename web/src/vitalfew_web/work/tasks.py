"""What the worker does for work."""

from __future__ import annotations

from datetime import datetime

from vitalfew_web.work.services import forget, remind_due


def remind(at: datetime) -> None:
    """Give the reminders that are due."""
    remind_due(at)


def forget_reversals(at: datetime) -> None:
    """Drop what nobody may take back any more."""
    forget(at=at)
