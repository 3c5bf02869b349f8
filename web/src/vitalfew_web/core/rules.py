"""How entries of the audit are sealed, and what a fault of the database means."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]


def seal_of(before: str, entry: Fields) -> str:
    """The digest of an entry and of the seal before it; equal entries in other places have other seals."""
    content = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(f"{before}\n{content}".encode()).hexdigest()


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def changes(before: Fields, after: Fields) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that differ, as they were and as they are; what stayed the same is left out."""
    names = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


class State(StrEnum):
    """Why a database refuses to write while it can be read."""

    READ_ONLY = "read-only"
    FULL = "full"


SIGNS = (
    (State.READ_ONLY, "25006", errno.EROFS, "attempt to write a readonly database"),
    (State.FULL, "53100", errno.ENOSPC, "database or disk is full"),
)
"""State → the code of PostgreSQL, of the system, and the words of SQLite for it."""


def state_of(problem: BaseException | None) -> State | None:
    """What a fault says of the database or its disk; the fault may stand behind others."""
    while problem is not None:
        for state, code, number, words in SIGNS:
            is_it = getattr(problem, "sqlstate", None) == code or getattr(problem, "errno", None) == number
            if is_it or words in str(problem):
                return state
        problem = problem.__cause__ or problem.__context__
    return None
