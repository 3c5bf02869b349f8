"""The form of a story: a customer of the sample whose facts tell something that a reader can recognise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vitalfew.sample.characters import Character
from vitalfew.sample.words import Word


@dataclass(frozen=True, slots=True)
class Said:
    """A row of feedback: so many days before the last day, of which kind, with which score or words."""

    ago: int
    kind: str
    score: int | None = None
    text: Word = ("", "", "")


@dataclass(frozen=True, slots=True)
class Story:
    """A customer with a fate of its own. `head` is the place of its parent company among the stories."""

    name: Word
    tells: Word
    covers: tuple[str, ...]
    industry: str
    character: Character
    traits: Mapping[str, str] = field(default_factory=dict)
    said: tuple[Said, ...] = ()
    head: int | None = None
    brought: int = 0  # customers that it introduced
