"""What happened to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class PersonInvited:
    """Somebody was added who sets the first password by a link. The link opens a login: tell it nobody else."""

    person_id: int
    link: str
    by_name: str
    at: datetime
