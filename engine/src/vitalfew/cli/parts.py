"""What verbs are declared with: flags in sections, arguments, examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click


@dataclass(frozen=True)
class Section:
    """Flags that belong together, under a title."""

    title: str
    flags: tuple[click.Option, ...]


@dataclass(frozen=True)
class Example:
    """A command line and what it gives."""

    line: str
    gives: str


class Argument(click.Argument):
    """A name on the line that is no flag, with its meaning."""

    def __init__(self, name: str, meaning: str, *, metavar: str = "", **settings: Any) -> None:
        super().__init__([name], metavar=metavar or name.upper(), **settings)
        self.meaning = meaning
