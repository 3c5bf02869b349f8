"""How long an exported file is kept, and what it may be called."""

from __future__ import annotations

import re
from datetime import timedelta

KEPT = timedelta(hours=24)
"""How long a file is kept."""

NAME = re.compile(r"(?!\.)[^\x00-\x1f/\\:]{1,80}")


def is_file_name(name: str) -> bool:
    """Whether a file can be saved under a name: no part of a path, nothing that steers, nothing hidden."""
    return NAME.fullmatch(name) is not None and ".." not in name
