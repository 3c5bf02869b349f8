"""What was recorded: its words, where it is told, and what takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


UNDO: dict[str, Callable[[Mapping[str, Any], Any, datetime], str]] = {}
"""Kind of a change → what takes it back: given what was before, the user who does so and when, it says what is now."""


@dataclass(frozen=True)
class Source:
    """A domain's part of the timeline of an object: entries older than a cursor, newest first, so many at most.

    `changes` says that it tells changes of what is known; the filter "changes only" leaves others out. What is `slow` is
    loaded beside the page of the object. Only who has the `permission`, where one is named, is told.
    """

    read: Callable[[Any, Any, Any, int], list[Any]]
    changes: bool = False
    slow: bool = False
    permission: str = ""


TIMELINE: dict[str, list[Source]] = {}
"""Kind of object → the sources of its timeline (core/timeline.py)."""


VALUE_WORDS: dict[str, Callable[[str, Any], Any]] = {}
"""Kind of object → how a recorded value of a field reads."""


ACCESSES: set[str] = set()
"""Recorded actions that say who saw what is protected: the access log. No timeline shows them."""


AUDIT_LABELS: dict[str, Text] = {}
"""Recorded action → its label."""


FIELD_LABELS: dict[str, Mapping[str, Text]] = {}
"""Kind of object → field → its label, for entries of the audit."""
