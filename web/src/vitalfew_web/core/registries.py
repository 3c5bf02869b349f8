"""What higher apps hang into the frame: navigation, permissions, labels of recorded actions, work behind pages.

Each app fills them in its `apps.py`; core knows none of them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from vitalfew_web.core.http import Person
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job

    Text = str | _StrPromise


@dataclass(frozen=True)
class Place:
    """An entry of the navigation, or of the menu "New": who has the permission sees it."""

    label: Text
    url: str
    icon: str
    permission: str
    group: int = 0


@dataclass(frozen=True)
class Pinned:
    """Something that a person put into the side of every page."""

    label: str
    address: str
    icon: str


@dataclass
class Frame:
    """What stands around every page."""

    navigation: list[Place] = field(default_factory=list)
    creations: list[Place] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    """Part of the frame (search, profile, language, logout) → name of the address it goes to."""
    closed: dict[str, str] = field(default_factory=dict)
    """Part of the frame → the permission without which it is left out."""
    pinned: list[Callable[[Person], Iterable[Pinned]]] = field(default_factory=list)


FRAME = Frame()


def ordered() -> list[Place]:
    """The navigation, group after group."""
    return sorted(FRAME.navigation, key=lambda place: place.group)


LISTS: dict[str, Place] = {}
"""Name of a list → where it stands; whatever is kept of a list, such as a view, is kept under its name."""

UNDO: dict[str, Callable[[Mapping[str, Any], Any, datetime], str]] = {}
"""Kind of a change → what takes it back: given what was before, the user who does so and when, it says what is now."""

PERMISSIONS: dict[str, Text] = {}
"""Permission → what it allows, as the page of roles says it."""


@dataclass(frozen=True)
class Source:
    """A domain's part of the timeline of an object: entries older than a cursor, newest first, so many at most.

    `changes` says that it tells changes of what is known; the filter "changes only" leaves others out.
    """

    read: Callable[[Any, Any, Any, int], list[Any]]
    changes: bool = False


TIMELINE: dict[str, list[Source]] = {}
"""Kind of object → the sources of its timeline (core/timeline.py)."""


@dataclass(frozen=True)
class Panel:
    """A part of an object's page, owned by the app that registers it; only who has the permission sees it.

    Either `render` draws it with the page, from request and object, or `url` names the address of a fragment that the
    page loads beside the others; the address takes `argument` of the object. `aside` puts it into the narrow column.
    """

    name: str
    label: Text
    permission: str
    order: int
    url: str = ""
    render: Callable[[Any, Any], str] | None = None
    argument: str = "number"
    aside: bool = False


PANELS: dict[str, list[Panel]] = {}
"""Kind of object → the panels of its page."""

MARKS: dict[str, list[Callable[[Any, Any], str]]] = {}
"""Kind of object → what draws a mark beside its name, from the object and the person: a grade, a crown."""

NEXT_STEPS: dict[str, list[Callable[[Any, Any], str]]] = {}
"""Kind of object → what draws its next step, from the object and the person; "" for none."""

VALUE_WORDS: dict[str, Callable[[str, Any], Any]] = {}
"""Kind of object → how a recorded value of a field reads."""

ACCESSES: set[str] = set()
"""Recorded actions that say who saw what is protected: the access log. No timeline shows them."""

AUDIT_LABELS: dict[str, Text] = {}
"""Recorded action → its label."""

FIELD_LABELS: dict[str, Mapping[str, Text]] = {}
"""Kind of object → field → its label, for entries of the audit."""


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
