"""Customers with their points → the list of those to call: as long as the team can work off, not as a threshold has it."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.compile import Facts
from vitalfew.errors import WrongUse
from vitalfew.insight.groups import no_attribute
from vitalfew.languages import say

LIST = 20
"""Customers on the list where nobody says: five a week for a month."""

LONGEST = 1_000_000
"""Customers on the longest list."""


def refuse_no_list(length: int) -> None:
    """Refuse a length that no list can have."""
    if not 1 <= length <= LONGEST:
        raise WrongUse(
            say("a list has between 1 and {n} customers.", n=LONGEST), where="--list", remedy=say("Write 20.")
        )


def with_manager(rows: ir.Table, facts: Facts, column: str | None) -> ir.Table:
    """The customers with who looks after them, where a column of the customers' file says so. Refused: one not there."""
    if column is None:
        return rows
    known = facts.tables.get("customers")
    if known is None or column not in known.columns or column == "customer_id":
        raise no_attribute(column, known, "--manager")
    named = known.group_by("customer_id").aggregate(manager=known[column].cast("string").max())
    return rows.left_join(named, "customer_id", rname="_{name}").drop("_customer_id")


def listed(rows: ir.Table, length: int) -> ir.Table:
    """The customers with their `place` on a list: most points first, then most value; missing where they are on none.

    Where managers are known each has a list of this length.
    """
    alarmed = (rows.points > 0).fill_null(False)
    order: list[Any] = [ibis.desc(alarmed), ibis.desc(rows.points), ibis.desc(rows.yearly), rows.customer_id.asc()]
    group = [rows.manager] if "manager" in rows.columns else []
    place = ibis.row_number().over(ibis.window(group_by=group, order_by=order)) + 1
    return rows.mutate(place=ibis.ifelse(alarmed & (place <= length), place, None))
