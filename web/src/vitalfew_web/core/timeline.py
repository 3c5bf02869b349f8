"""What happened, as people read it: entries of all sources in one line, newest first, page after page.

A domain puts a source into `TIMELINE` (registries). It gives its entries older than a cursor, with `older`; `story` merges
them. The order is moment, source, key: two entries never change places between one page and the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vitalfew_web.core.registries import AUDIT_LABELS, FIELD_LABELS, TIMELINE, VALUE_WORDS

if TYPE_CHECKING:
    from vitalfew_web.core.models import AuditEntry
    from vitalfew_web.core.registries import Source, Text

M = TypeVar("M", bound=Model)

LATEST = 20
"""Entries of one page."""


@dataclass(frozen=True)
class Cursor:
    """The place in a timeline after which a page begins."""

    at: datetime
    source: str
    key: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.source}~{self.key}"


def cursor_from(text: str) -> Cursor | None:
    """The cursor of an address; None for what is none: the page begins at the newest."""
    at, _first, rest = text.partition("~")
    source, _second, key = rest.partition("~")
    try:
        found = Cursor(datetime.fromisoformat(at), source, int(key))
    except ValueError:
        return None
    return found if found.at.tzinfo and 0 <= found.key < 2**63 else None


@dataclass(frozen=True)
class Change:
    """One field as it was and as it is."""

    label: Text
    before: Any
    after: Any

    @property
    def sentence(self) -> str:
        """What became of it: of a list what came and what went, of all else what it was and is."""
        if isinstance(self.before, list) or isinstance(self.after, list):
            was, is_now = set(self.before or ()), set(self.after or ())
            parts = ((_("added {values}"), is_now - was), (_("taken away {values}"), was - is_now))
            said = "; ".join(
                text.format(values=", ".join(sorted(str(value) for value in values)))
                for text, values in parts
                if values
            )
        else:
            said = f"{self._shown(self.before)} → {self._shown(self.after)}"
        return _("{field}: {change}").format(field=capfirst(self.label), change=said)

    @staticmethod
    def _shown(value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return str(value) if value not in (None, "") else "–"


@dataclass(frozen=True)
class Told:
    """An entry of a timeline. `icon` is the name of a picture; of a new object single fields are not told.

    `body` is safe markup; `url` leads to where the entry is changed, by who may. An entry without changes may say a
    `sentence`; of a `whole_day` no hour is shown; a `quiet` one stands for several small things, which `more` leads to.
    """

    icon: str
    title: Text
    when: datetime
    actor: str
    changes: tuple[Change, ...] = ()
    source: str = ""
    key: int = 0
    body: str = ""
    url: str = ""
    sentence: str = ""
    whole_day: bool = False
    quiet: bool = False
    more: str = ""

    @property
    def text(self) -> str:
        """In one line what was changed, or what there is to say."""
        if not self.changes:
            return self.sentence
        return _("Changed: {fields}.").format(fields=", ".join(str(change.label) for change in self.changes))

    @property
    def cursor(self) -> Cursor:
        """The place of this entry."""
        return Cursor(self.when, self.source, self.key)


@dataclass(frozen=True)
class Stretch:
    """A page of a timeline, and where the next one begins; empty at the end."""

    entries: list[Told]
    next: str


def story(
    subject: Model, who: Any, *, before: Cursor | None = None, only_changes: bool = False, at_once: bool = False
) -> Stretch:
    """What happened to an object, as far as this person may see it; `at_once` leaves out what takes its time."""
    sources = [each for each in sources_of(subject, who) if each.changes or not only_changes]
    found = [
        entry
        for source in sources
        if not (at_once and source.slow)
        for entry in source.read(subject, who, before, LATEST + 1)
    ]
    found.sort(key=_place, reverse=True)
    page = found[:LATEST]
    return Stretch(page, str(page[-1].cursor) if len(found) > LATEST else "")


def sources_of(subject: Model, who: Any) -> list[Source]:
    """Where the timeline of an object comes from, as far as this person may see it."""
    registered = TIMELINE.get(subject._meta.label_lower, [])
    return [source for source in registered if not source.permission or who.may(source.permission)]


def _place(entry: Told) -> tuple[datetime, str, int]:
    return entry.when, entry.source, entry.key


def stretch_of(entries: Iterable[Told], before: Cursor | None, most: int) -> list[Told]:
    """Of entries that were all read at once, those after a cursor, newest first: what `older` is for rows."""
    ordered = sorted(entries, key=_place, reverse=True)
    after = (each for each in ordered if before is None or _place(each) < (before.at, before.source, before.key))
    return list(islice(after, most))


def older(rows: QuerySet[M], before: Cursor | None, source: str, at: str = "at") -> QuerySet[M]:
    """Rows of a source that stand after a cursor, newest first; `at` names the column of the moment."""
    rows = rows.order_by(f"-{at}", "-id")
    if before is None:
        return rows
    after = Q(**{f"{at}__lt": before.at})
    if source == before.source:
        after |= Q(**{at: before.at, "id__lt": before.key})
    elif source < before.source:
        after |= Q(**{at: before.at})
    return rows.filter(after)


def told(entries: Iterable[AuditEntry]) -> list[Told]:
    """Recorded changes as they are shown, in the order given."""
    return [_told(entry) for entry in entries]


def _told(entry: AuditEntry) -> Told:
    is_new = all(value is None for value in entry.before.values())
    actor = entry.by.name if entry.by else "Vital Few"
    icon, changes = ("plus", ()) if is_new else ("pencil", changes_of(entry.subject, entry.before, entry.after))
    title = AUDIT_LABELS.get(entry.action, entry.action)
    return Told(icon, title, entry.at, actor, changes, source="audit", key=entry.pk)


def changes_of(subject: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of a kind of object as they were and are recorded, in words and in the order of their labels."""
    labels = FIELD_LABELS.get(subject, {})
    # A database may keep the fields of an entry in any order.
    order = {name: place for place, name in enumerate(labels)}
    words = VALUE_WORDS.get(subject, _as_it_is)
    return tuple(
        Change(labels.get(name, name), words(name, before.get(name)), words(name, value))
        for name, value in sorted(after.items(), key=lambda item: order.get(item[0], len(order)))
    )


def _as_it_is(_name: str, value: Any) -> Any:
    return value
