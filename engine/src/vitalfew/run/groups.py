"""Groups of companies graded as one customer: the topmost parent stands for all below it."""

from __future__ import annotations

from collections.abc import Mapping

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import Calculator
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.run.gather import Gathered

DEEPEST = 20
"""Levels of parents; more are refused as a mistake."""


def grouped(gathered: Gathered[Calculator]) -> dict[str, ir.Table]:
    """The tables with every customer replaced by the head of its group. Needs customers.parent_id."""
    customers = gathered.tables.get("customers")
    if customers is None or "parent_id" not in customers.columns:
        raise Refusal(
            say("--by parent needs a customers file with a column parent_id."),
            remedy=say("Give it with --customers, or map it with --map parent_id=COLUMN."),
        )
    rows = gathered.database.fetch(customers.select("customer_id", "parent_id"))
    heads = group_heads(dict(zip(*(rows[name].to_pylist() for name in rows.column_names), strict=True)))
    moved = {child: head for child, head in heads.items() if child != head}
    if not moved:
        return dict(gathered.tables)
    table = pa.table({"member": list(moved), "head": list(moved.values())})
    members = gathered.database.attach("group members", table)
    return {name: _moved(rows, members) for name, rows in gathered.tables.items()}


def group_heads(parents: Mapping[str, str | None]) -> dict[str, str]:
    """Customer → topmost parent. A circle and more than 20 levels are refused, naming the way round."""
    heads: dict[str, str] = {}
    for customer in parents:
        way = [customer]
        while (parent := parents.get(way[-1])) and way[-1] not in heads:
            if parent in way:
                circle = " > ".join([*way[way.index(parent) :], parent])
                raise Refusal(
                    say("{parent} would be its own parent: {circle}.", parent=parent, circle=circle), where="parent_id"
                )
            way.append(parent)
            if len(way) > DEEPEST:
                raise Refusal(
                    say("{customer} has more than {n} levels of parents.", customer=customer, n=DEEPEST),
                    where="parent_id",
                )
        head = heads.get(way[-1], way[-1])
        heads.update(dict.fromkeys(way, head))
    return heads


def _moved(rows: ir.Table, members: ir.Table) -> ir.Table:
    if "customer_id" not in rows.columns:
        return rows
    joined = rows.left_join(members, rows.customer_id == members.member)
    head = joined["head"].fill_null(joined.customer_id)
    return joined.mutate(customer_id=head).select(*rows.columns)
