"""What the worker does regularly."""

from datetime import datetime

from vitalfew_web.work.services import forget


def forget_reversals(at: datetime) -> None:
    """Drop what nobody may take back any more."""
    forget(at=at)
