"""How many rows have been read so far, for whoever waits and wants to see that something moves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, int], None]
"""Takes the name of a table of facts and the number of its rows read so far; once more from the start is possible."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """While this holds, `listener` hears of rows as they are read, from whichever process reads them."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def listener() -> Listener | None:
    """Who listens, if anybody does."""
    return _listener.get()


def tell(table: str, rows: int) -> None:
    """Say how many rows of a table have been read so far."""
    if heard := _listener.get():
        heard(table, rows)
