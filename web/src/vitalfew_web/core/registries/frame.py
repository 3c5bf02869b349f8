"""What stands around every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew_web.core.http import Person
    from vitalfew_web.core.registries import Text


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
    change_behind: Callable[..., str] | None = None
    """Lets a worker do what an action does with more rows than a request bears; gives the address of the page of it."""


FRAME = Frame()


def ordered() -> list[Place]:
    """The navigation, group after group."""
    return sorted(FRAME.navigation, key=lambda place: place.group)
