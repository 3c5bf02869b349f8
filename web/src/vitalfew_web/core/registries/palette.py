"""Where the palette looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


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
