"""Arithmetic of customers: numbers, groups of companies."""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = re.compile(r"K-(\d+)")
FIRST = 1001


def next_number(last: str | None) -> str:
    """The number after the last given one, K-1002 after K-1001; the first where there is none of this form."""
    found = _NUMBER.fullmatch(last or "")
    return f"K-{int(found[1]) + 1 if found else FIRST}"


def makes_circle(account: int, parent: int | None, parent_of: Callable[[int], int | None]) -> bool:
    """Whether a customer would come to lie below itself with this parent."""
    seen: set[int] = set()
    while parent is not None and parent not in seen:
        if parent == account:
            return True
        seen.add(parent)
        parent = parent_of(parent)
    return False
