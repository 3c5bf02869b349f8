"""What is wrong with a scheme, as something to show and not as an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from vitalfew.languages import say

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault. With an error the scheme cannot be used; a warning is for its author to weigh.

    `place` is the way through the document, keys joined by dots (`classifiers.abc.of`), empty for the
    whole; `line` is the line of the text it was found on, where there is a text.
    """

    level: Level
    place: str
    sentence: str
    line: int | None = None


def error(place: str, sentence: str) -> Issue:
    """A fault that keeps the scheme from being used."""
    return Issue("error", place, sentence)


def warning(place: str, sentence: str) -> Issue:
    """Something the author should look at."""
    return Issue("warning", place, sentence)


def suggested(word: str, known: Iterable[str]) -> str:
    """The known names a mistyped one may stand for, as a question; empty where none is near."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=3)
    return say("Did you mean {names}?", names=", ".join(by_folded[name] for name in near)) if near else ""
