"""The engine: the only place of this app that speaks with it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

import vitalfew as vf
from vitalfew.languages import LANGUAGES, speaking
from vitalfew.sample import write

Refusal = vf.Refusal


@dataclass(frozen=True)
class Taken:
    """What an import did in the store. `number` is None where it brought nothing that was not there."""

    number: int | None
    version: int
    rows: int
    new: int
    changed: int
    known: int
    rejected: int


def version(folder: Path) -> int:
    """The number of the newest version; 0 where there is no store."""
    return max((one.number for one in _versions(folder)), default=0)


def holds_orders(folder: Path) -> bool:
    """Whether a live import of orders is there."""
    return any(one.live and one.table == "orders" for one in _versions(folder))


def add(folder: Path, facts: Any, *, table: str, source: str, at: datetime, reading: Mapping[str, Any]) -> Taken:
    """Take facts into the store as one version. What a dead process had taken in at this very moment is found again.

    Raises Refusal in words for people.
    """
    with in_our_language():
        done = vf.Store(folder).add(facts, table=table, source=source, at=at, today=at.date(), **reading)
    for line in _versions(folder):
        if line.batch in done.batches and line.at == at:
            counts = (line.rows, line.new, line.changed, line.known)
            return Taken(line.batch, line.number, *counts, done.rejected)
    return Taken(None, done.version, done.rows, 0, 0, done.known, done.rejected)


def sample(folder: Path, *, customers: int, language: str, last_day: date) -> list[Path]:
    """Write the facts of a sample company into a folder, a file for each table, three years up to a day."""
    return write(folder, customers=customers, language=language, last_day=last_day)


def undo(folder: Path, number: int, *, at: datetime) -> int:
    """Take an import back, whatever came later; one that is back already stays so. The version of the store then."""
    live = {line.batch for line in _versions(folder) if line.live}
    if number not in live:
        return version(folder)
    with in_our_language():
        return vf.Store(folder).undo(number, at=at).number


def in_our_language() -> AbstractContextManager[None]:
    """The engine speaks the language of this place inside the block."""
    name = (get_language() or "en").lower()
    return speaking(name if name in LANGUAGES else "en")


def _versions(folder: Path) -> list[Any]:
    return vf.Store(folder).versions() if (folder / "ledger").is_dir() else []
