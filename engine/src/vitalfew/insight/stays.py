"""Customers with their limits → how long they stay.

A customer leaves on the day of its last purchase, and has left once its silence exceeds its limit. Everybody is looked
at up to the same time before the as-of day, the limit of a customer without a rhythm of its own, or its own where that
is longer: were quick buyers judged sooner, they would stand for all. Who first bought later than that is too new.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import numpy as np

from vitalfew.backends import DuckDB
from vitalfew.expressions import days_between
from vitalfew.insight.rhythm import Limits
from vitalfew.insight.survival import Survival, survival


def stays(database: DuckDB, judged: ir.Table, limits: Limits) -> tuple[Survival, int]:
    """The survival of customers with their limits, and how many are too new to be judged."""
    timed = judged.mutate(
        stay=days_between(judged.first, judged.last),
        reach=judged.known - ibis.greatest(judged.limit_days, limits.lent),
    )
    seen = timed.mutate(left=timed.lost & (timed.stay <= timed.reach))
    seen = seen.mutate(days=ibis.ifelse(seen.left, seen.stay, seen.reach))
    found = database.fetch(seen.group_by("days", "left").aggregate(n=seen.count()).order_by("days", "left"))
    days, left, counts = (found[name].to_numpy() for name in ("days", "left", "n"))
    old = days >= 0
    return survival(days[old], left[old], counts[old]), int(np.sum(counts[~old]))
