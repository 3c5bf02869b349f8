"""Who plays in the tests of the web application."""

from dataclasses import dataclass

from vitalfew_web.access.models import User

PASSWORD = "a quiet long word"


@dataclass(frozen=True)
class Cast:
    """Who plays.

    `manager` looks after customers in the team East, `mate` sits beside her, `lead` leads East; `stranger` works in
    another team and sees none of theirs; `director` and `analyst` see all, the analyst changes nothing;
    `administrator` sees people and no customers; `nobody` has no role.
    """

    manager: User
    mate: User
    lead: User
    stranger: User
    director: User
    analyst: User
    administrator: User
    nobody: User
