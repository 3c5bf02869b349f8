"""A window that is longer than memory says nothing about today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft
from vitalfew.checks.issue import Issue, warning
from vitalfew.languages import say

LONGEST_YEARS = 10
YEAR = 365


def windows_are_short(draft: Draft, today: date) -> Iterator[Issue]:
    """A warning for a window of more than ten years; for all history there is the word `all`."""
    for name, metric in draft.metrics.items():
        for key, days in metric:
            if "window" in key and isinstance(days, int) and days > LONGEST_YEARS * YEAR:
                said = say("a window of {days} days is longer than ten years; for everything write all.", days=days)
                yield warning(dotted("metrics", name, key), said)
