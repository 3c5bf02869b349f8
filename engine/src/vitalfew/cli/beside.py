"""What every verb says beside its figures: rejected rows, notes, where OUT is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from vitalfew.cli.screen import say_line, say_note

if TYPE_CHECKING:
    from rich.console import Console

    from vitalfew.readers.reading import Note, Report


class Noted(Protocol):
    """What came out of facts, with what is to be said of it and of the rows that were read for it."""

    @property
    def notes(self) -> Sequence[Note]:
        """What is to be said."""

    @property
    def reports(self) -> Mapping[str, Report]:
        """Table → what became of its rows."""


def beside(found: Noted, out: Path | None) -> dict[str, Any]:
    """The same for programs."""
    return {
        "rejected": rejected(found.reports),
        "notes": as_objects(found.notes),
        "out": None if out is None else str(out),
    }


def rejected(reports: Mapping[str, Report]) -> int:
    """Rows of all tables that were rejected."""
    return sum(report.rejected for report in reports.values())


def as_objects(notes: Sequence[Note]) -> list[dict[str, Any]]:
    """Notes for programs."""
    return [{"code": note.code, "text": str(note), "warning": note.warning} for note in notes]


def say_beside(paper: Console, found: Noted, out: Path | None) -> None:
    """The notes, then where OUT is."""
    for note in found.notes:
        say_note(paper, str(note), warning=note.warning)
    if out is not None:
        say_line(paper, f"→ {out}", "green")
