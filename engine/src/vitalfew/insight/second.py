"""From the first purchase to the second: how many make it, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.insight.estimates import Share, share

WITHIN = (30, 90, 180, 365)
"""Days after the first purchase that are looked at."""


@dataclass(frozen=True)
class Second:
    """`within`: days → the share that bought again by then, of those first seen at least so long ago.

    `median_days` is of those who came back, None where nobody did.
    """

    within: Mapping[int, Share]
    median_days: float | None

    @property
    def longest(self) -> tuple[int, Share] | None:
        """The share within the longest time for which anybody was watched."""
        watched = [(days, found) for days, found in self.within.items() if found.of]
        return watched[-1] if watched else None


def second_purchase(database: DuckDB, customers: ir.Table) -> Second:
    """The second purchases of customers with their rhythms; purchases of one day are one."""
    sums = {f"seen{days}": (customers.known >= days).sum().fill_null(0) for days in WITHIN}
    back = {
        f"back{days}": ((customers.known >= days) & (customers.came_back <= days)).sum().fill_null(0) for days in WITHIN
    }
    found = database.row(customers.aggregate(**sums, **back, median=customers.came_back.median()))
    within = {days: share(int(found[f"back{days}"]), int(found[f"seen{days}"])) for days in WITHIN}
    return Second(within, found["median"])
