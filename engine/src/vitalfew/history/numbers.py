"""Customers by number: the place of each id among all, in order. Numbers are joined and looked up faster than texts."""

from __future__ import annotations

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Condensed

CUSTOMERS = ("customer_id", "introduced_by")
"""Columns that name a customer."""


class Numbers:
    """The numbers of all customers that some tables name."""

    def __init__(self, database: DuckDB, tables: Iterable[ir.Table]) -> None:
        self._database = database
        named = [rows.select("customer_id") for rows in tables if "customer_id" in rows.columns]
        every = ibis.union(*named).distinct()
        ranked = every.mutate(number=ibis.row_number().over(order_by=every.customer_id).cast("int32"))
        self._rows = database.keep("customer numbers", ranked)

    def ids(self) -> pa.ChunkedArray:
        """The ids in order of their numbers."""
        return self._database.fetch(self._rows.order_by("number"))["customer_id"]

    def of(self, rows: ir.Table) -> ir.Table:
        """Rows with numbers in place of ids, also of who brought a customer."""
        for column in CUSTOMERS:
            if column in rows.columns:
                joined = rows.left_join(self._rows, rows[column] == self._rows.customer_id, rname="_{name}")
                rows = joined.mutate(**{column: joined.number}).select(*rows.columns)
        return rows

    def keep(self, name: str, rows: ir.Table) -> ir.Table:
        """The same in memory."""
        return self._database.keep(f"{name} ahead", self.of(rows))

    def keep_orders(self, orders: Condensed | None) -> Condensed | None:
        """Orders put together, in memory."""
        return orders and Condensed(self.keep("ready", orders.ready), self.keep("rest", orders.rest))
