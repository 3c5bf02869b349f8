"""Near names for mistyped ones."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from vitalfew.languages import say


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question naming up to three known names near the mistyped one; empty where none is near."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=3)
    return say("Did you mean {names}?", names=", ".join(by_folded[name] for name in near)) if near else ""
