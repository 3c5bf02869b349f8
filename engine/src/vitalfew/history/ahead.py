"""What a history takes into memory once for all its days: sums of what grows, all else row by row, customers as numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from operator import and_

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed, Facts, available, prepared
from vitalfew.compile.facts import booked
from vitalfew.compile.folding import GROUPED_BY, Named
from vitalfew.compile.metrics import Metrics, wanted_of
from vitalfew.compile.running import SINCE, grows
from vitalfew.history.growth import Growth, Plan, plan_of
from vitalfew.history.numbers import Numbers
from vitalfew.history.orders import Orders, orders_of
from vitalfew.registry import Aggregate
from vitalfew.schemas import TABLES

Wanted = Mapping[str, Named]
"""Table → name → aggregate."""

UNREAD = {"customers": ("name",), "feedback": ("text",)}
"""Table → columns that no metric looks at."""

OVERTAKEN = frozenset({"payments", "returns"})
"""Tables of which a row says something else on a later day: an invoice is paid, a refund is booked."""


@dataclass(frozen=True)
class Ahead:
    """Facts of many days in the calculator's memory, in which a customer is its place among all ids in order.

    `source` are the facts as they were given. Tables of which there are `growths` stand in `facts` for their shape alone.
    `apart` are orders of customers whose orders cannot be summed up ahead; `alone` are invoices of one row, the others are
    in the facts.
    """

    source: Facts
    facts: Facts
    ids: pa.ChunkedArray
    growths: Mapping[str, Growth]
    apart: Condensed | None
    alone: ir.Table | None

    def alone_on(self, at: date) -> ir.Table | None:
        """The invoices of one row as they stood at the end of a day."""
        if self.alone is None:
            return None
        return prepared({"orders": self.facts.tables["orders"], "payments": self.alone}, at)["payments"]


def put_ahead(database: DuckDB, facts: Facts, metrics: Metrics, days: Sequence[date]) -> Ahead:
    """Take facts of which no day is cut off into memory, as far as these metrics look at them on these days."""
    last = facts.known_on(days[-1])
    asked = {day: wanted_on(last, metrics, day) for day in days}
    wanted = asked[last.at]
    earlier = wanted_of(available(metrics, last), replace(last, at=last.at - timedelta(days=365)))
    orders = orders_of(database, last, metrics, wanted["orders"], earlier["orders"])
    sums = dict(_summed_up(database, _growing(last, orders, wanted, earlier), asked))
    folded = _folded(facts, last, {*wanted, "customers"} - {*sums, *(["orders"] if orders.whole else [])})
    numbers = Numbers(database, [*(rows for _, rows in sums.values()), *folded.values(), *orders.pieces()])
    kept = {name: numbers.keep(name, rows) for name, rows in folded.items()}
    alone = None
    if all(one.grain == "invoice" for one in wanted.get("payments", {}).values()) and "payments" in kept:
        kept["payments"], alone = _parted(database, kept["payments"])
    whole, ids = numbers.keep_orders(orders.whole), numbers.ids()
    looked_at = {name: facts.tables[name] for name in sums}
    tables = {**looked_at, **kept, **({"orders": whole.rest} if whole else {})}
    growths = {
        name: Growth(plan, database.taken(f"{name} summed up", numbers.of(rows).order_by(SINCE)), len(ids))
        for name, (plan, rows) in sums.items()
    }
    return Ahead(
        facts,
        replace(facts, tables=tables, at=last.at, condensed=whole),
        ids,
        growths,
        numbers.keep_orders(orders.apart),
        alone,
    )


def wanted_on(facts: Facts, metrics: Metrics, at: date) -> dict[str, dict[str, Aggregate]]:
    """Table → what is asked of it on a day."""
    facts = replace(facts, at=at)
    return wanted_of(available(metrics, facts), facts)


def is_dated(table: str) -> bool:
    """Whether rows of a table come to be on a day; what is worked out of other tables has none of its own."""
    return table in TABLES and TABLES[table].dated_by is not None


def _growing(facts: Facts, orders: Orders, wanted: Wanted, earlier: Wanted) -> dict[str, ir.Table]:
    """The tables whose rows say the same of themselves on every day, and are simply added up."""
    dated = [name for name in wanted if is_dated(name) and name not in {"orders", *OVERTAKEN}]
    growing = {name: facts.tables[name] for name in dated if grows(wanted[name], earlier[name], facts.tables[name])}
    return growing if orders.grow is None else {"orders": orders.grow, **growing}


def _summed_up(
    database: DuckDB, growing: Mapping[str, ir.Table], asked: Mapping[date, Wanted]
) -> Iterator[tuple[str, tuple[Plan, ir.Table]]]:
    """The plan of each table and its rows summed up; those whose sums are too large are left out."""
    for name, rows in growing.items():
        plan = plan_of(rows, {day: wanted.get(name, {}) for day, wanted in asked.items()})
        summed = database.keep(f"{name} summed up", plan.between(database, rows))
        if plan.fits(database, summed):
            yield name, (plan, summed)


def _folded(facts: Facts, last: Facts, names: Collection[str]) -> dict[str, ir.Table]:
    """The tables that are folded anew each day, without what nobody looks at."""
    known = {**facts.tables, "orders": last.tables["orders"]}
    tables = {name: known[name].drop(*_unread(name, known[name])) for name in sorted({*names} & set(known))}
    if "returns" in tables:
        tables["returns"] = booked(tables["returns"], last.tables["orders"])
    return tables


def _unread(table: str, rows: ir.Table) -> list[str]:
    return [name for name in UNREAD.get(table, ()) if name in rows.columns]


def _parted(database: DuckDB, payments: ir.Table) -> tuple[ir.Table, ir.Table]:
    """Payments of which several may be of one invoice, and those that are alone; these keep no number, nobody asks."""
    alone, apart = payments, payments.limit(0)
    if "invoice_id" in payments.columns:
        keys = ["customer_id", *(name for name in GROUPED_BY["invoice"] if name in payments.columns)]
        complete = reduce(and_, (payments[name].notnull() for name in keys))
        known = payments.filter(complete)
        counted = known.group_by(keys).aggregate(n=known.count())
        several = database.keep("invoices of several rows", counted.filter(counted.n > 1))
        alone = known.anti_join(several, keys)
        apart = known.semi_join(several, keys).union(payments.filter(~complete))
    numberless = alone.mutate(invoice_id=ibis.literal(""))
    return database.keep("payments apart", apart), database.keep("payments alone", numberless)
