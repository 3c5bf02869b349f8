"""What higher apps hang into the frame: navigation, permissions, labels of recorded actions, work behind pages.

Each app fills them in its `apps.py`; core knows none of them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from vitalfew_web.core.choices import Urgency

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from vitalfew_web.core.http import Person
    from vitalfew_web.core.jobs import Progress
    from vitalfew_web.core.models import Job

    Text = str | _StrPromise


@dataclass(frozen=True)
class Place:
    """An entry of the navigation, or of the menu "New": who has the permission sees it; without one, everybody.

    With a `key` it is reached by typing g and that letter.
    """

    label: Text
    url: str
    icon: str
    permission: str = ""
    group: int = 0
    key: str = ""


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
    unread: Callable[[Any], int] | None = None
    """How many notifications somebody has not read yet."""


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
class Scope:
    """Something that a token may allow a program: what, and the permission that its person must have for it."""

    label: Text
    permission: str


SCOPES: dict[str, Scope] = {}
"""Name of a scope → what it allows."""

REACHING: set[str] = set()
"""Permissions that hold for the customers of a reach: who has none of them sees no customers."""


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


@dataclass(frozen=True)
class Named:
    """An object as somebody who may see it knows it; `code` is what they type to mean it."""

    title: str
    url: str
    code: str


@dataclass(frozen=True)
class Subject:
    """A kind of object that tasks, files and notifications of lower apps can be about.

    `named` gives those of some keys that a user may see, `found` the key of the one that a user means by a text (its
    number), None where there is none that they see. Who has `change` may hang files on it.
    """

    label: Text
    named: Callable[[Any, Collection[int]], Mapping[int, Named]]
    found: Callable[[Any, str], int | None]
    change: str


SUBJECTS: dict[str, Subject] = {}
"""Kind of object, as in `accounts.account` → how it is named to people."""


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


@dataclass(frozen=True)
class Extra:
    """Columns that a higher app hangs on the list of customers, for those with the permission.

    `prepare` looks up what they show of some rows, by few questions, and keeps it with each row. `sorts` gives, for
    those that the list can be sorted by, the list in their order, told whether it falls. `leading` stand before the
    name, `columns` behind it.
    """

    permission: str
    prepare: Callable[[Sequence[Any]], None]
    leading: Sequence[Any] = ()
    columns: Sequence[Any] = ()
    sorts: Mapping[str, Callable[[Any, bool], Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Filter:
    """A choice that a higher app hangs over the list of customers: its values, and the list narrowed to one."""

    name: str
    label: Text
    permission: str
    choices: Callable[[], Sequence[tuple[str, Text]]]
    narrow: Callable[[Any, str], Any]
    shown: bool = True
    """Whether it is offered as a field; else it only comes with an address, from a figure that leads to the list."""


EXTRAS: list[Extra] = []
"""Columns of the list of customers."""

FILTERS: list[Filter] = []
"""Choices over the list of customers."""


@dataclass(frozen=True)
class Hit:
    """Something found in the palette. `subject` is the object that it is, if it is one: kind and key."""

    title: str
    url: str
    icon: str = ""
    note: str = ""
    end: str = ""
    letter: str = ""
    grade: str = ""
    is_key: bool = False
    subject: tuple[str, int] | None = None


@dataclass(frozen=True)
class Preview:
    """What stands beside something found: facts in pairs, then short paragraphs under heads of their own."""

    title: str
    url: str
    remark: str
    facts: Sequence[tuple[Text, str]] = ()
    notes: Sequence[tuple[Text, str]] = ()
    grade: str = ""
    is_key: bool = False


@dataclass(frozen=True)
class Finder:
    """Where the palette looks. `found` is asked with the user, what was typed and how many to give; `preview` with a key."""

    label: Text
    found: Callable[[Any, str, int], Sequence[Hit]]
    preview: Callable[[Any, int], Preview | None] | None = None
    order: int = 5


PALETTE: dict[str, Finder] = {}
"""Kind of object → how it is found."""


def finders() -> list[tuple[str, Finder]]:
    """What the palette finds, in the order in which it shows it."""
    return sorted(PALETTE.items(), key=lambda pair: pair[1].order)


PALETTE_ACTIONS: list[Callable[[Any, Hit], Sequence[Hit]]] = []
"""What can be done with the first object that was found, by whom it is found for."""
