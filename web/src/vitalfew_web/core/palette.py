"""The palette: one field that finds what people may mean, goes to pages and begins work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.core.folding import asked_for, is_found, tokens_of
from vitalfew_web.core.http import Person, creations_of, places_of
from vitalfew_web.core.registries import FRAME, PALETTE, PALETTE_ACTIONS, Hit, Preview, finders

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

SHOWN, SHOWN_ALONE = 5, 20
"""Hits of one kind, beside others and where it alone is asked for."""

GO_TO, NEW = "go", "new"
"""The kinds that are always there."""


@dataclass(frozen=True)
class Section:
    """Hits of one kind."""

    name: str
    label: Text
    hits: Sequence[Hit]


def found_for(who: Person, text: str, only: str = "") -> list[Section]:
    """What somebody may mean by a text, of all kinds or of one; each source gives what they may see.

    With nothing typed: where they may go and what they may begin.
    """
    asked = asked_for(text)
    most = SHOWN_ALONE if only else SHOWN
    objects = [
        Section(name, source.label, source.found(who, text, most) if asked else ())
        for name, source in finders()
        if only in ("", name)
    ]
    if not only:
        objects[1:1] = [Section("actions", _("Actions"), _actions(who, objects))]
    pages = [Section(GO_TO, _("Go to"), _named(_pages(who), asked)), Section(NEW, _("New"), _named(_new(who), asked))]
    shown = objects + [section for section in pages if only in ("", GO_TO)]
    return [section for section in shown if section.hits]


def preview_for(who: Person, kind: str, key: int) -> Preview | None:
    """What is known of an object; None alike where nothing may be shown and where there is none."""
    source = PALETTE.get(kind)
    return source.preview(who, key) if source and source.preview else None


def _actions(who: Person, sections: Sequence[Section]) -> list[Hit]:
    """What can be done with the first object."""
    first = next((hit for section in sections for hit in section.hits if hit.subject), None)
    return [hit for action in PALETTE_ACTIONS for hit in action(who, first)] if first else []


def _named(hits: Iterable[Hit], asked: list[str]) -> list[Hit]:
    return [hit for hit in hits if is_found(tokens_of(hit.title), asked)]


def _pages(who: Person) -> list[Hit]:
    places = [
        Hit(str(place.label), reverse(place.url), place.icon, end=f"g {place.key}" if place.key else "")
        for place in places_of(who)
    ]
    own = {"notifications": (_("Notifications"), "bell"), "settings": (_("Settings"), "settings")}
    return places + [
        Hit(title, reverse(FRAME.addresses[part]), icon)
        for part, (title, icon) in own.items()
        if part in FRAME.addresses
    ]


def _new(who: Person) -> list[Hit]:
    return [
        Hit(_("New: {what}").format(what=place.label), reverse(place.url), place.icon) for place in creations_of(who)
    ]
