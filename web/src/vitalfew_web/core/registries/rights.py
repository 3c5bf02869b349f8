"""Permissions, and which of them hold for customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


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
