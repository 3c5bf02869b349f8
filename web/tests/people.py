"""Who plays in the tests of the web application."""

import re
from dataclasses import dataclass

from django.http import HttpResponse

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


def as_shown(answer: HttpResponse, asked: str) -> str:
    """A page without what was asked for and without the tokens of its forms, which no two pages share."""
    page = re.sub(
        r'("X-CSRFToken": "|(?:csrfmiddlewaretoken|[a-z_]*key)" value=")[^"]*', r"\1", answer.content.decode()
    )
    return page.replace(asked, "")
