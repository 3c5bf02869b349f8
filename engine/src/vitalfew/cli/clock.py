"""The only place of the engine that reads the clock."""

from datetime import UTC, date, datetime


def today() -> date:
    """The local day."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
