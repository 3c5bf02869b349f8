"""The customers of each day of a history with every aggregate that is asked for, side by side without a join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.compile.folding import Named, folded, folded_from_orders
from vitalfew.compile.metrics import Metrics, buyers
from vitalfew.expressions import HAS_ORDERS
from vitalfew.foreseeing import foreseen
from vitalfew.history.ahead import Ahead, is_dated, wanted_on
from vitalfew.history.laid_out import THERE, laid_out, laid_over


class Together:
    """Day after day one table of all customers, made from what was worked out once and what must be folded anew."""

    def __init__(self, database: DuckDB, ahead: Ahead, metrics: Metrics) -> None:
        self._database = database
        self._ahead = ahead
        self._metrics = metrics
        self._numbers = pa.array(np.arange(len(ahead.ids), dtype=np.int32))
        self._undated: dict[str, tuple[ops.Node, pa.Table]] = {}

    def on(self, at: date) -> Facts:
        """The facts as they stood at the end of a day, with the customers' aggregates."""
        facts = self._with_foreseen(self._ahead.facts.known_on(at))
        wanted = wanted_on(facts, self._metrics, at)
        rows = {table: self._folded(table, each, facts) for table, each in wanted.items()}
        parts = {table: self._part(table, rows[table], each, at) for table, each in wanted.items()}
        if "customers" in facts.tables and "customers" not in parts:
            listed = facts.tables["customers"].select("customer_id").distinct()
            parts["customers"] = self._the_same("customers", listed)
        types = {name: rows[table].schema()[name] for table, each in wanted.items() for name in each}
        return replace(facts, joined=self._joined(parts, types))

    def _with_foreseen(self, facts: Facts) -> Facts:
        """What is foreseen is learned anew on each day, from the facts of that day."""
        found = foreseen(self._database, self._ahead.source.known_on(facts.at), self._metrics)
        tables = {name: self._by_number(f"{name} on {facts.at}", rows) for name, rows in found.tables.items()}
        return replace(facts, tables={**facts.tables, **tables})

    def _by_number(self, name: str, rows: pa.Table) -> ir.Table:
        numbers = pc.index_in(rows["customer_id"], value_set=self._ahead.ids.combine_chunks())
        return self._database.attach(name, rows.set_column(0, "customer_id", numbers))

    def _joined(self, parts: Mapping[str, pa.Table], types: Mapping[str, dt.DataType]) -> ir.Table:
        """Who bought or is in the customers' own file, with all that is known of it, of the types that folding gives."""
        columns = {
            name + column if column == THERE else column: rows[column]
            for name, rows in parts.items()
            for column in rows.column_names
        }
        customers = self._database.attach("customers of the day", pa.table({"customer_id": self._numbers, **columns}))
        cells = {name: customers[name].cast(kind) for name, kind in types.items()}
        bought = customers["orders" + THERE]
        if "customers" not in parts:
            return customers.filter(bought).select("customer_id", **cells)
        known = customers.filter(bought | customers["customers" + THERE])
        return known.select("customer_id", **{HAS_ORDERS: bought}, **cells)

    def _folded(self, table: str, wanted: Named, facts: Facts) -> ir.Table:
        if table == "orders":
            return buyers(facts, wanted)
        return folded(facts.tables[table], wanted, self._ahead.alone_on(facts.at) if table == "payments" else None)

    def _part(self, table: str, rows: ir.Table, wanted: Named, at: date) -> pa.Table:
        """What one table says of customers: looked up where it was summed up ahead, else folded now."""
        if table not in self._ahead.growths:
            return self._laid(rows) if is_dated(table) else self._the_same(table, rows)
        found = self._ahead.growths[table].on(at, wanted)
        if table != "orders" or self._ahead.apart is None:
            return found
        return laid_over(found, self._laid(folded_from_orders(self._ahead.apart.up_to(at), wanted)))

    def _laid(self, rows: ir.Table) -> pa.Table:
        return laid_out(self._database.fetch(rows), len(self._numbers))

    def _the_same(self, table: str, rows: ir.Table) -> pa.Table:
        """Rows of a table without days: as a rule the same as the day before."""
        if table not in self._undated or self._undated[table][0] != rows.op():
            self._undated[table] = rows.op(), self._laid(rows)
        return self._undated[table][1]
