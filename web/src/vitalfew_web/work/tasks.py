"""What the worker does for work."""

from __future__ import annotations

from datetime import datetime

from vitalfew_web.work.services import clear_away, forget, remind_due


def remind(at: datetime) -> None:
    """Give the reminders that are due."""
    remind_due(at)


def forget_reversals(at: datetime) -> None:
    """Drop what nobody may take back any more."""
    forget(at=at)


def clear(at: datetime) -> None:
    """Forget files that were removed long ago."""
    clear_away(at)
