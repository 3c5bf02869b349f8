"""One customer's facts in milliseconds: what does not depend on the customer is worked out once."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.schemas import TABLES
from vitalfew.store.snapshot import Snapshot
from vitalfew.store.state import State


class OneCustomer:
    """Reads the facts of single customers at one commit of the ledger, from any thread."""

    def __init__(self, folder: Path, state: State, number: int | None) -> None:
        self.number = number
        self._database = DuckDB(folders=[folder], threads=1)
        self._one_at_a_time = Lock()
        tables = Snapshot(folder, state).attach(self._database)
        self._orders = tables.get("orders")
        self._sql = {name: self._asking(name, rows) for name, rows in tables.items() if "customer_id" in rows.columns}

    def _asking(self, name: str, rows: ir.Table) -> str:
        dated = TABLES[name].dated_by
        first = f"{dated} DESC, " if dated in rows.columns else ""
        then = ", ".join(str(place) for place in range(1, len(rows.columns) + 1))
        return f"SELECT * FROM ({self._database.sql(rows)}) WHERE customer_id = ? ORDER BY {first}{then}"  # noqa: S608

    @cached_property
    def last_day(self) -> date | None:
        """The day of the last order line of all customers; None without one."""
        if self._orders is None:
            return None
        asked = self._database.sql(self._orders.aggregate(last=self._orders.moment.max()))
        with self._one_at_a_time:
            found = self._database.raw.execute(asked).fetchone()
        return found[0].date() if found and found[0] else None

    def rows(self, table: str, customer_id: str) -> pa.Table:
        """The customer's rows of a table, newest first; none where the store has no such table."""
        if table not in self._sql:
            return pa.table({})
        with self._one_at_a_time:
            return self._database.raw.execute(self._sql[table], [customer_id]).to_arrow_table()
