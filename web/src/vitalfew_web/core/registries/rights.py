"""Permissions, and which of them hold for customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


PERMISSIONS: dict[str, Text] = {}
"""Permission → what it allows, as the page of roles says it."""


REACHING: set[str] = set()
"""Permissions that hold for the customers of a reach: who has none of them sees no customers."""
