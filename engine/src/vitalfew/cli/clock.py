"""The only place of the engine that reads the clock."""

from datetime import date, datetime


def today() -> date:
    """The local day."""
    return datetime.now().astimezone().date()
