"""Addresses that hold all that a list was asked for, so that any list can be sent to a colleague."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from django.http import QueryDict
from django.urls import get_script_prefix, reverse
from django.utils.http import RFC3986_SUBDELIMS

PASSING = frozenset({"page", "view"})
"""What an address says besides the state of a list: where one stands in it, and which view one came from."""

MARK = "the-number-of-it"
"""Stands for the number in a pattern of addresses."""


def address_with(name: str, number: str) -> str:
    """Where the page of a name and a number stands: `reverse`, which finds the pattern once and not for each row."""
    before, after = _around(name, get_script_prefix())
    return f"{before}{quote(number, safe=RFC3986_SUBDELIMS + '/~:@')}{after}"


@cache
def _around(name: str, _prefix: str) -> tuple[str, str]:
    before, _mark, after = reverse(name, args=[MARK]).rpartition(MARK)
    return before, after


def state_of(query: QueryDict) -> str:
    """Filters, order and columns of an address as one text; equal texts ask for equal lists."""
    kept = QueryDict(mutable=True)
    for name, value in sorted(values_of(query).items()):
        if name not in PASSING:
            kept[name] = value
    return written(kept)


def values_of(query: QueryDict) -> dict[str, str]:
    """Name → the last value that is given for it."""
    return {name: str(query[name]) for name in query}


def with_query(query: QueryDict, **changed: Any) -> str:
    """The same query string with other values; None takes one out."""
    copy = query.copy()
    for name, value in changed.items():
        copy.pop(name, None)
        if value is not None:
            copy[name] = str(value)
    return f"?{written(copy)}"


def written(query: QueryDict) -> str:
    """A query string; commas stay readable."""
    return query.urlencode().replace("%2C", ",")
