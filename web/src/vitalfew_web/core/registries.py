"""What higher apps hang into the frame: navigation, permissions, labels of recorded actions.

Each app fills them in its `apps.py`; core knows none of them by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise


@dataclass(frozen=True)
class Place:
    """An entry of the navigation, or of the menu "New": who has the permission sees it."""

    label: Text
    url: str
    icon: str
    permission: str
    group: int = 0


@dataclass
class Frame:
    """What stands around every page."""

    navigation: list[Place] = field(default_factory=list)
    creations: list[Place] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    """Part of the frame (search, profile, language, logout) → name of the address it goes to."""
    closed: dict[str, str] = field(default_factory=dict)
    """Part of the frame → the permission without which it is left out."""


FRAME = Frame()


def ordered() -> list[Place]:
    """The navigation, group after group."""
    return sorted(FRAME.navigation, key=lambda place: place.group)


PERMISSIONS: dict[str, Text] = {}
"""Permission → what it allows, as the page of roles says it."""

AUDIT_LABELS: dict[str, Text] = {}
"""Recorded action → its label."""

FIELD_LABELS: dict[str, Mapping[str, Text]] = {}
"""Kind of object → field → its label, for entries of the audit."""
