"""The small things that every page shows alike: icons, grade chips, initials. `{% load look %}`.

Text becomes markup here and nowhere else: the shapes of an icon are ours, all else is escaped.
"""

import functools
import json
import logging
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from vitalfew_web.core.folding import marked
from vitalfew_web.core.markup import rendered

register = template.Library()
log = logging.getLogger(__name__)

ICONS = Path(__file__).resolve().parent.parent / "static" / "core" / "built" / "icons.json"
GRADES = frozenset("ABCD")
"""Grades with a colour of their own; any other letter looks like C, the plain one."""


class Person(Protocol):
    """Whoever has a name: a user of Django, a contact."""

    def get_full_name(self) -> str:
        """First and last name."""

    def get_username(self) -> str:
        """What the person logs in with."""


@functools.cache
def shapes() -> dict[str, str]:
    """Icon → its lines. Empty where set-up could not get them, so that pages still open."""
    try:
        icons: dict[str, str] = json.loads(ICONS.read_text(encoding="utf-8"))
    except FileNotFoundError:
        log.warning("No icons here: make assets")
        return {}
    return icons


@register.filter
def markdown(text: str) -> SafeString:
    """Show a note as it is meant."""
    return rendered(text)


@register.simple_tag
def icon(name: str, size: int = 18) -> SafeString:
    """Draw an icon named in web/assets/icons.txt; it says nothing to a screen reader, the words beside it do."""
    lines = shapes().get(name)
    if lines is None:
        if settings.DEBUG and shapes():
            raise template.TemplateSyntaxError(f"No icon {name!r}: add it to web/assets/icons.txt, then make assets")
        return SafeString("")
    return format_html(
        '<svg class="vf-icon" width="{0}" height="{0}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{1}</svg>',
        size,
        mark_safe(lines),  # noqa: S308 - from our own built file, never from a person
    )


@register.simple_tag
def grade_chip(grade: str | None, size: str = "") -> SafeString:
    """Show a grade as its letter in the fixed colours; size "large" beside a title. Nothing for no grade."""
    if not grade:
        return SafeString("")
    kind = grade.lower() if grade in GRADES else "c"
    large = " vf-grade-large" if size == "large" else ""
    return format_html('<span class="vf-grade vf-grade-{}{}">{}</span>', kind, large, grade)


@register.simple_tag
def initials(person: Person | str, kind: str = "") -> SafeString:
    """Show who it is by one or two letters, beside the written name; kind "soft" for people of customers."""
    soft = " vf-avatar-soft" if kind == "soft" else ""
    return format_html('<span class="vf-avatar{}" aria-hidden="true">{}</span>', soft, letters(name_of(person)))


def name_of(person: Person | str) -> str:
    """The name that people know."""
    return person if isinstance(person, str) else person.get_full_name() or person.get_username()


def letters(name: str) -> str:
    """First letters of the first and the last word; of a Chinese name the first sign, which is the family's."""
    words = name.split()
    if not words:
        return "?"
    if "CJK" in unicodedata.name(words[0][0], ""):
        return words[0][0]
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()


@register.simple_tag
def matched(text: str, asked: Sequence[str]) -> SafeString:
    """A text with what was asked for marked in it, also where it was asked for by pinyin or in the other script."""
    return format_html_join(
        "",
        "{}{}{}",
        ((_MARK[0] if is_hit else "", piece, _MARK[1] if is_hit else "") for piece, is_hit in marked(text, asked)),
    )


_MARK = (SafeString('<mark class="vf-matched">'), SafeString("</mark>"))
