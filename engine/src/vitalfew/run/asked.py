"""Words of a question that the engine must know."""

from __future__ import annotations

from vitalfew.errors import WrongUse
from vitalfew.languages import say


def refuse_unknown(flag: str, value: str, words: tuple[str, ...]) -> None:
    """Refuse a value that is none of the words a flag takes."""
    if value not in words:
        remedy = say("One of: {words}.", words=", ".join(words))
        raise WrongUse(say("{value} is not known.", value=repr(value)), where=flag, remedy=remedy)
