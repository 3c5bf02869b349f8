"""What was asked for from Python, written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from vitalfew.library.asking import Question
from vitalfew.report import foreseen, paged
from vitalfew.report.writing import write_with_rejects
from vitalfew.whole import check_place


@dataclass(frozen=True, repr=False, kw_only=True)
class Saving:
    """Something with rows that remembers what it was asked of: no result is written over its own facts."""

    writers: ClassVar[Mapping[str, Callable[[Any, Path], None]]] = foreseen.WRITERS
    """Ending → what writes it."""

    question: Question | None = field(default=None, repr=False)

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet or .json; the ending decides. Written whole or not at all."""
        path = Path(out)
        assert self.question is not None, "what is saved was asked for"
        check_place(path, tuple(self.writers), self.question.files())
        paged.ready_for(path)
        write_with_rejects(cast("foreseen.Found", self), path, self.writers, getattr(self, "manifest", None))
        return path


@dataclass(frozen=True, repr=False, kw_only=True)
class Paging(Saving):
    """The same of what has a page of its own."""

    writers: ClassVar[Mapping[str, Callable[[Any, Path], None]]] = paged.WRITERS

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet, .json or .html; the ending decides. Written whole or not at all."""
        return super().save(out)


S = TypeVar("S", bound=Saving)


def remembering(kind: type[S], found: Any, asked: Question) -> S:
    """What was found, as a kind of it that can be saved."""
    return kind(**{part.name: getattr(found, part.name) for part in fields(found)}, question=asked)
