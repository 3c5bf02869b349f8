"""Kinds of objects that tasks, files and notifications can be about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Named:
    """An object as somebody who may see it knows it; `code` is what they type to mean it."""

    title: str
    url: str
    code: str


@dataclass(frozen=True)
class Subject:
    """A kind of object that tasks, files and notifications of lower apps can be about.

    `named` gives those of some keys that a user may see, `found` the key of the one that a user means by a text (its
    number), None where there is none that they see. Who has `change` may hang files on it.
    """

    label: Text
    named: Callable[[Any, Collection[int]], Mapping[int, Named]]
    found: Callable[[Any, str], int | None]
    change: str


SUBJECTS: dict[str, Subject] = {}
"""Kind of object, as in `accounts.account` → how it is named to people."""
