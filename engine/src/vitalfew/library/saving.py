"""What was asked for from Python, written to a file."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, cast

from vitalfew.library.asking import Question
from vitalfew.report import paged
from vitalfew.report.foreseen import WRITERS, Found, write
from vitalfew.whole import check_place


@dataclass(frozen=True, repr=False, kw_only=True)
class Saving:
    """Something with rows that remembers what it was asked of: no result is written over its own facts."""

    question: Question | None = field(default=None, repr=False)

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet or .json; the ending decides. Written whole or not at all."""
        path = Path(out)
        assert self.question is not None, "what is saved was asked for"
        check_place(path, tuple(WRITERS), self.question.files())
        write(cast("Found", self), path, getattr(self, "manifest", None))
        return path


@dataclass(frozen=True, repr=False, kw_only=True)
class Paging(Saving):
    """The same of what has a page of its own."""

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet, .json or .html; the ending decides. Written whole or not at all."""
        path = Path(out)
        assert self.question is not None, "what is saved was asked for"
        check_place(path, tuple(paged.WRITERS), self.question.files())
        paged.ready_for(path)
        paged.write(cast("paged.Paged", self), path)
        return path


S = TypeVar("S", bound=Saving)


def remembering(kind: type[S], found: Any, asked: Question) -> S:
    """What was found, as a kind of it that can be saved."""
    return kind(**{part.name: getattr(found, part.name) for part in fields(found)}, question=asked)
