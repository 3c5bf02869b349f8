"""Arithmetic of messages: addresses, head lines, waits."""

from __future__ import annotations

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

LONGEST_ADDRESS = 254
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6))
"""How long a message waits after each refusal that may pass; after the last one it has failed."""


def is_address(text: str) -> bool:
    """Whether a text is the address of one person, and nothing that a mail server reads otherwise.

    Lists, groups, routes, quoted names, a dash at the beginning (an option to a program) and control signs are none.
    """
    if len(text) > LONGEST_ADDRESS or text.startswith("-") or re.search(r"[\s,;:<>()\"\\%!\x00-\x1f\x7f]", text):
        return False
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def one_line(text: str) -> str:
    """A text as one line of a head: what would end the line, or turn the reading, is a space."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", text).split())


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts; None where it is given up."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None
