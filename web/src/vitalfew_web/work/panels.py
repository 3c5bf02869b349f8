"""What stands on Today: all that waits for somebody, in groups, the most urgent first; and the week beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.choices import Urgency
from vitalfew_web.core.periods import short_moment
from vitalfew_web.core.registries import TODAY, Hit, Waiting, WorkItem
from vitalfew_web.core.selectors import subject_named
from vitalfew_web.work.models import Task
from vitalfew_web.work.rules import week_around
from vitalfew_web.work.selectors import counted_for, tasks_for

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

FEW, SHOWN = 8, 200
"""Things of one kind that Today shows beside other kinds, and alone; whoever has more sees how many."""

FIRST = (Urgency.BREAKING, Urgency.LATE)
"""What stands above all kinds."""

TONES = {Urgency.BREAKING: "bad", Urgency.LATE: "bad", Urgency.TODAY: "warn"}


@dataclass(frozen=True)
class Row:
    """A thing that waits, as a line of the page. The one that breaks next is marked whole."""

    item: WorkItem
    icon: str
    when: str
    tone: str
    is_next: bool = False


@dataclass(frozen=True)
class Group:
    """Lines under one head, all of them of the kind `name` if it has one. `count` may be more than there are lines."""

    label: Text
    count: int
    rows: list[Row]
    name: str = ""


@dataclass(frozen=True)
class Queue:
    """The whole of it; `tabs` are the kinds in which something waits, each with name, label and count."""

    groups: list[Group]
    tabs: list[tuple[str, Text, int]]
    count: int
    late: int


def queue_of(user: User, at: datetime, only: str = "") -> Queue:
    """What waits for somebody, of all kinds or of one."""
    most = SHOWN if only else FEW
    found = {name: kind.waiting(user, at, most) for name, kind in TODAY.items()}
    shown = {name: waiting for name, waiting in found.items() if only in ("", name)}
    first = [(name, item) for name, waiting in shown.items() for item in waiting.items if item.urgency in FIRST]
    first.sort(key=lambda pair: (pair[1].urgency, pair[1].when is None, pair[1].when))
    groups = [_group(_("Late, or about to be"), first, at, len(first), marks=True)]
    groups += [_of_kind(name, waiting, at) for name, waiting in shown.items()]
    return Queue(
        groups=[group for group in groups if group.rows],
        tabs=[(name, TODAY[name].label, waiting.count) for name, waiting in found.items() if waiting.count],
        count=sum(waiting.count for waiting in found.values()),
        late=sum(waiting.late for waiting in found.values()),
    )


def _of_kind(name: str, waiting: Waiting, at: datetime) -> Group:
    items = sorted((item for item in waiting.items if item.urgency not in FIRST), key=lambda item: item.urgency)
    above = len(waiting.items) - len(items)
    group = _group(TODAY[name].label, [(name, item) for item in items], at, waiting.count - above)
    return replace(group, name=name)


def _group(label: Text, pairs: list[tuple[str, WorkItem]], at: datetime, count: int, *, marks: bool = False) -> Group:
    rows = [
        Row(item, TODAY[name].icon, _when(item, at), TONES.get(item.urgency, ""), is_next=marks and place == 0)
        for place, (name, item) in enumerate(pairs)
    ]
    return Group(label, count, rows)


def _when(item: WorkItem, at: datetime) -> str:
    return short_moment(item.when, at, whole_day=item.whole_day) if item.when else ""


@dataclass(frozen=True)
class Day:
    """A day of the week with what is due on it. `height` is of the tallest in the week, in steps of ten."""

    day: date
    count: int
    height: int
    is_today: bool
    tasks: list[Task]

    @property
    def top(self) -> int:
        """Where its column begins, from above."""
        return 10 - self.height


def week_of(user: User, at: datetime) -> list[Day]:
    """The own open tasks of this week, on a weekend those of the next; a Saturday or Sunday only where something is due on it."""
    today = timezone.localtime(at).date()
    days = week_around(today)
    rows = Task.objects.open().filter(owner=user, due_on__range=(days[0], days[-1])).order_by("due_at", "id")[:100]
    tasks = list(rows)
    counts = Counter(task.due_on for task in tasks)
    most = max(counts.values(), default=1)
    return [
        Day(day, counts[day], round(counts[day] * 10 / most), day == today, [one for one in tasks if one.due_on == day])
        for day in days
        if day.weekday() < 5 or counts[day]
    ]


def done_this_month(user: User, at: datetime) -> tuple[int, int]:
    """How many own tasks with a day were due this month until now, and how many of them were done in time."""
    begin = timezone.localtime(at).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    due = Task.objects.filter(owner=user, due_at__gte=begin, due_at__lt=at)
    (in_all, kept), _parts = counted_for(user, [due, due.filter(done_at__lte=F("due_at"))])
    return in_all, kept


def task_hits(user: User, text: str, most: int) -> list[Hit]:
    """Open tasks with a text in them, for the palette."""
    rows = tasks_for(user).open().filter(text__icontains=text.strip()).select_related("owner").order_by("due_at", "id")
    return [
        Hit(task.text, reverse("work:task", args=[task.pk]), "checkbox", end=task.owner.name) for task in rows[:most]
    ]


def task_on(user: User, hit: Hit) -> list[Hit]:
    """A new task about what was found."""
    named = subject_named(user, *hit.subject) if hit.subject else None
    if named is None:
        return []
    url = f"{reverse('work:new')}?{urlencode({'about': named.code, 'next': named.url})}"
    return [Hit(_("New task for {name}").format(name=named.title), url, "checkbox", letter="t")]
