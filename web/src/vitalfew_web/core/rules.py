"""How entries of the audit are sealed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
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
