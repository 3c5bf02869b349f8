"""The facts of one version, to be read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import Calculator
from vitalfew.compile.condensed import SUMMED, Condensed, Summed
from vitalfew.store.files import CUSTOMER, ORDER, loose, of_kind, read
from vitalfew.store.state import State
from vitalfew.store.tables import DataFile
from vitalfew.store.truth import counting


class Snapshot:
    """A version of the store: which tables it has, and their rows. Nothing done later changes what it gives."""

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self._state = state
        self.version = state.version
        self.head = state.entries[-1].head if state.entries else ""
        self.tables = tuple(sorted({entry.table for entry in state.live() if entry.table}))
        self.currency = next((entry.currency for entry in state.live() if entry.currency), None)

    @property
    def grain(self) -> str | None:
        """Line where any source brought lines of orders, else order; None without orders."""
        grains = {entry.grain for entry in self._state.live("orders")} - {None}
        return "line" if "line" in grains else next(iter(grains), None)

    def brought(self, table: str) -> tuple[int, int]:
        """Rows that the live imports of a table brought, replaced ones among them, and rows they had to reject."""
        live = self._state.live(table)
        return sum(entry.rows for entry in live), sum(entry.rejected for entry in live)

    def attach(self, database: Calculator) -> dict[str, ir.Table]:
        """Table → the rows that count, read when they are asked for. `database` may read the store's folder."""
        return {table: self._rows(database, table) for table in self.tables}

    def condensed(self, database: Calculator) -> Condensed | None:
        """The orders as a compaction put them together ahead, with the lines of all others; None before the first."""
        if "orders" not in self.tables:
            return None
        files, brought = self._state.of("orders"), self._columns("orders")
        rows = counting(database, self.folder, self._state, "orders", of_kind(files, ORDER))
        if rows is None:
            return None
        known = [name for name in SUMMED if name in brought]
        ready = rows.select(**self._cells(rows, "orders", ["customer_id", "order_id", "moment", *known]))
        return Condensed(ready, self._rows(database, "orders", loose(files)), self._summed(database))

    def _summed(self, database: Calculator) -> Summed | None:
        """The customers summed up; None where an import or an undo has come since."""
        files = self._state.of("orders")
        found = of_kind(files, CUSTOMER)
        if not found or not self._state.compact("orders"):
            return None
        customers = read(database, self.folder / "orders", found)
        last = database.row(customers.aggregate(last=customers.last_moment.max()))["last"]
        return Summed(customers, last.date())

    def _rows(self, database: Calculator, table: str, files: Collection[DataFile] | None = None) -> ir.Table:
        rows = counting(database, self.folder, self._state, table, files)
        if rows is None:
            rows = database.attach(f"store {table} none", pa.schema(self._state.columns(table).items()).empty_table())
        return rows.select(**self._cells(rows, table, self._columns(table)))

    def _columns(self, table: str) -> list[str]:
        """What a live import brought: a column that nobody brought is not there, rather than empty."""
        return list(dict.fromkeys(name for entry in self._state.live(table) for name in entry.columns))

    def _cells(self, rows: ir.Table, table: str, columns: Collection[str]) -> dict[str, ir.Value]:
        """The columns under their own names. An order without a number is named by its key; sources are told apart."""
        cells = {name: rows[name] if name in rows.columns else ibis.null("string") for name in columns}
        if table == "orders":
            live = self._state.live(table)
            if any(entry.unnumbered for entry in live):
                cells["order_id"] = ibis.coalesce(rows.order_id, rows.row_key)
            if len({entry.source for entry in live}) > 1:
                cells["source"] = rows.row_source
        return cells
