"""Rows on their way into the store: typed, keyed, counted, digested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.store import keys
from vitalfew.store.files import fact_columns, numbered, with_columns
from vitalfew.store.records import Entry, Load
from vitalfew.store.refusing import Numbers, digits_of, key_of, settled_key
from vitalfew.store.state import IMPORT, State


@dataclass(frozen=True)
class Arrival:
    """The rows of one load as they will lie in the store, the columns of their content, and their ledger entry."""

    rows: ir.Table
    content: Mapping[str, pa.DataType]
    entry: Entry


def arrived(database: DuckDB, state: State, load: Load, at: datetime | None) -> Arrival:
    """A load with the number of the next import. Refuses other digits and order numbers that break the source's key."""
    digits = digits_of(state, load)
    brought = load.columns or load.rows.columns
    own = fact_columns(load.table, digits, brought)
    content = fact_columns(load.table, digits, dict.fromkeys([*state.further(load.table), *brought]))
    rows = with_columns(load.rows, content)
    totals = _totals(database, rows, load.table, own)
    rows, key, orders = _keyed(database, state, load, rows, totals["unnumbered"])
    entry = Entry(
        version=0,
        op=IMPORT,
        batch=state.next_batch,
        table=load.table,
        source=load.source,
        key=key,
        at=at,
        hashing=keys.hashing(database, own),
        digest=f"{totals['rows']} {totals['digest']}",
        rows=totals["rows"],
        orders=orders,
        rejected=load.rejected,
        unnumbered=totals["unnumbered"],
        amount=totals["amount"],
        currency=load.currency,
        digits=digits,
        grain=load.grain,
        columns=tuple(name for name in brought if name in own),
        files=load.files,
    )
    return Arrival(rows, content, entry)


def _keyed(
    database: DuckDB, state: State, load: Load, rows: ir.Table, unnumbered: int
) -> tuple[ir.Table, str | None, int]:
    """The rows with their keys and the import's number; how orders are keyed; how many keys there are."""
    key, counted = None, None
    if load.table == "orders":
        numbers = None if settled_key(state, load) == keys.CUSTOMER_ORDER else _numbers(database, rows)
        key = key_of(state, load, numbers)
        counted = numbers.orders if numbers and key == keys.ORDER and not unnumbered else None
    rows = keys.keyed(rows, load.table, key, unnumbered=bool(unnumbered))
    rows = rows.mutate(row_source=ibis.literal(load.source), row_batch=numbered(state.next_batch))
    if unnumbered:
        rows = database.keep("store arrival", rows)
    if counted is None:
        counted = database.row(rows.aggregate(n=rows.row_key.nunique()))["n"]
    return rows, key, counted


def _totals(database: DuckDB, rows: ir.Table, table: str, own: Mapping[str, pa.DataType]) -> dict[str, Any]:
    counts = {"rows": rows.count(), "digest": keys.row_hash(rows, own).sum()}
    if table == "orders":
        counts["unnumbered"] = rows.order_id.isnull().sum()
    if "amount" in rows.columns:
        counts["amount"] = rows.amount.sum()
    found = database.row(rows.aggregate(**counts))
    amount = found.get("amount") or Decimal(0)
    return found | {"unnumbered": int(found.get("unnumbered") or 0), "amount": amount}


def _numbers(database: DuckDB, rows: ir.Table) -> Numbers:
    """How many order numbers there are, and the first that two customers use."""
    known = rows.filter(rows.order_id.notnull())
    per = known.group_by("order_id").aggregate(one=known.customer_id.min(), other=known.customer_id.max())
    shared = per.one != per.other
    first = {
        "order_id": per.order_id.min(where=shared),
        "one": per.one.argmin(per.order_id, where=shared),
        "other": per.other.argmin(per.order_id, where=shared),
    }
    return Numbers(**database.row(per.aggregate(orders=per.count(), **first)))
