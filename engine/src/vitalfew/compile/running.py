"""What customers' orders summed up to on each of many days, worked out in one go.

An aggregate that looks at all history only grows: from day to day the orders in between are added to it. So the
orders of each customer are folded between one day and the next, and taken together with all before by one window; a
row then holds from its own day until the customer's next one.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from vitalfew.compile.folding import AGAIN, by_themselves
from vitalfew.registry import Aggregate

Named = Mapping[str, Aggregate]
SINCE, UNTIL = "_since", "_until"
"""Places in the list of days: the first on which a row holds, and the first on which it holds no more."""


def grows(wanted: Named, later: Named, orders: ir.Table) -> bool:
    """Whether the aggregates of one day and those of another ask the same of an order: none looks at a window."""
    if any(one.fold not in AGAIN or one.grain not in ("line", "order") for one in wanted.values()):
        return False
    return bool(by_themselves(orders, wanted).equals(by_themselves(orders, later)))


def running(orders: ir.Table, wanted: Named, places: ir.Table, n: int) -> ir.Table:
    """Customers with their aggregates and the places in a list of `n` days between which they hold.

    `places` has every day (`day`) and the place in the list of the first one on which it is over (`place`).
    """
    cells = by_themselves(orders, wanted)
    dated = cells.join(places, cells.moment.cast("date") == places.day)
    folds = {name: getattr(dated[name], AGAIN[one.fold])() for name, one in wanted.items()}
    between = dated.group_by("customer_id", **{SINCE: dated.place}).aggregate(**folds)
    so_far = ibis.window(group_by=between.customer_id, order_by=between[SINCE], rows=(None, 0))
    taken = {name: getattr(between[name], AGAIN[one.fold])().over(so_far) for name, one in wanted.items()}
    in_time = ibis.window(group_by=between.customer_id, order_by=between[SINCE])
    until = between[SINCE].lead().over(in_time).fill_null(n)
    return between.select("customer_id", SINCE, **{UNTIL: until}, **taken)


def on(rows: ir.Table, place: int) -> ir.Table:
    """The rows of `running` that hold on a day."""
    return rows.filter((rows[SINCE] <= place) & (rows[UNTIL] > place)).drop(SINCE, UNTIL)
