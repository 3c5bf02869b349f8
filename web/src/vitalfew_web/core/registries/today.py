"""What waits for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vitalfew_web.core.choices import Urgency

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Deed:
    """What can be done in place: a link, or a form with one button. `key` is the letter that does it on a row."""

    label: Text
    url: str
    post: bool = False
    key: str = ""


@dataclass(frozen=True)
class WorkItem:
    """One thing that waits for somebody: whom it is about, why it is here, until when, and what to do next."""

    who: str
    why: str
    url: str
    urgency: Urgency
    deed: Deed
    when: datetime | None = None
    whole_day: bool = False
    grade: str = ""
    is_key: bool = False
    more: Sequence[Deed] = ()


@dataclass(frozen=True)
class Waiting:
    """The most urgent things of a kind, and how many there are in all."""

    items: Sequence[WorkItem]
    count: int
    late: int = 0


@dataclass(frozen=True)
class WorkKind:
    """A kind of thing that waits for people. `waiting` is asked with the user, the moment and how many to show."""

    label: Text
    icon: str
    waiting: Callable[[Any, datetime, int], Waiting]


TODAY: dict[str, WorkKind] = {}
"""Name of a kind → what of it waits for somebody; the page Today shows them in this order."""
