"""What customers' rows come to between one day and the next, of many days in one go.

Sums and counts, and what is least and most, of all rows up to a day only grow: from day to day the rows in between are
added. What a window of time sums up to is the difference of two days.
"""

from __future__ import annotations

from dataclasses import replace

import ibis.expr.types as ir

from vitalfew.compile.folding import AGAIN, DAY, Named, by_themselves
from vitalfew.registry import Aggregate

SINCE = "_since"
"""Place in the list of days of the first one on which rows count."""

SUMS = ("sum", "count")
"""Folds that can be taken off again."""


def grows(wanted: Named, later: Named, rows: ir.Table) -> bool:
    """Whether what is asked can be put together from day to day: on one day and another the same is asked of a row."""
    if not all(map(_adds_up, wanted.values())):
        return False
    return bool(by_themselves(rows, endless(wanted)).equals(by_themselves(rows, endless(later))))


def _adds_up(one: Aggregate) -> bool:
    """Whether it is put together in two steps and, in a window, can be taken off again."""
    if one.fold not in AGAIN or one.grain not in ("line", "order"):
        return False
    within = {each.since for each in one.inputs.values()} | {one.since}
    return within == {None} or (one.since is not None and one.fold in SUMS and within <= {one.since, None})


def endless(wanted: Named) -> dict[str, Aggregate]:
    """The same without windows."""
    return {name: replace(one, since=None, inputs=endless(one.inputs)) for name, one in wanted.items()}


def between(rows: ir.Table, wanted: Named, places: ir.Table) -> ir.Table:
    """In order of places in a list of days: customers and what their rows since the place before come to.

    `places` has every day (`day`) and the place of the first one in the list on which it is over (`place`).
    """
    cells = by_themselves(rows, wanted)
    dated = cells.join(places, cells[DAY] == places.day)
    folds = {name: getattr(dated[name], AGAIN[one.fold])() for name, one in wanted.items()}
    return dated.group_by("customer_id", **{SINCE: dated.place}).aggregate(**folds).order_by(SINCE)
