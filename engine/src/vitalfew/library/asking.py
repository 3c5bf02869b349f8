"""Keywords of the library → what the engine is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from vitalfew.errors import WrongUse
from vitalfew.given import TABLES
from vitalfew.languages import say
from vitalfew.readers.reading import Options
from vitalfew.readers.sources.database import is_address
from vitalfew.run import Request
from vitalfew.run.gather import Sources
from vitalfew.run.stored import STORE, snapshot_of
from vitalfew.run.written import previous_run
from vitalfew.scheme import Scheme, load

NEVER = date.max
"""Without a day given as today no row is judged for lying in the future: the library reads no clock."""


@dataclass(frozen=True)
class Question:
    """Facts, what is asked of them, and how they are read."""

    sources: Sources
    request: Request
    options: Options

    def as_of(self, day: date | None) -> Question:
        """The same as of another day."""
        return replace(self, request=replace(self.request, as_of=day))

    def files(self) -> Iterator[Path]:
        """The inputs that are files, those of a store among them: no result may be written over them."""
        for name, source in self.sources.items():
            if name == STORE:
                yield from (file for file in source.folder.rglob("*") if file.is_file())
            elif isinstance(source, Path) or (isinstance(source, str) and not is_address(source)):
                yield Path(source)


def question(
    orders: Any,
    *,
    store: Any = None,
    version: int | None = None,
    scheme: str | Scheme = "key_accounts",
    as_of: date | str | None = None,
    by: str | None = None,
    previous: str | Path | None = None,
    today: date | None = None,
    **further: Any,
) -> Question:
    """What is asked by the keywords of `vf.grade`. Refused: neither orders nor a store, or both of them."""
    if (orders is None) == (store is None) or (store is None and version is not None):
        raise WrongUse(
            say("give either orders or a store; a version is one of a store."),
            remedy=say("Write grade(orders) or grade(store=folder)."),
        )
    sources = {TABLES[name]: further.pop(name) for name in TABLES if name in further}
    known = {name: source for name, source in sources.items() if source is not None}
    first = (
        {"orders": orders} if store is None else {STORE: snapshot_of(Path(getattr(store, "folder", store)), version)}
    )
    request = Request(
        scheme if isinstance(scheme, Scheme) else load(scheme),
        day_of(as_of),
        by_parent=by == "parent",
        previous=previous_run(Path(previous)) if previous is not None else None,
    )
    return Question(
        {**first, **known}, request, Options(today=today or NEVER, today_given=today is not None, **further)
    )


def day_of(day: date | str | None) -> date | None:
    """A day as it may be given: a date, or its ISO text."""
    return date.fromisoformat(day) if isinstance(day, str) else day
