"""One customer's orders in milliseconds: what does not depend on the customer is worked out once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.store.snapshot import Snapshot
from vitalfew.store.state import State


class OneCustomer:
    """Reads the orders of single customers at one commit of the ledger, from any thread."""

    def __init__(self, folder: Path, state: State, number: int | None) -> None:
        self.number = number
        self._database = DuckDB(folders=[folder], threads=1)
        self._one_at_a_time = Lock()
        rows = Snapshot(folder, state).attach(self._database).get("orders")
        self._sql = None
        if rows is not None:
            then = ", ".join(str(place) for place in range(1, len(rows.columns) + 1))
            lines = self._database.sql(rows)
            self._sql = f"SELECT * FROM ({lines}) WHERE customer_id = ? ORDER BY moment DESC, {then}"  # noqa: S608

    def orders(self, customer_id: str) -> pa.Table:
        """The customer's lines, newest first."""
        if self._sql is None:
            return pa.table({})
        with self._one_at_a_time:
            return self._database.raw.execute(self._sql, [customer_id]).to_arrow_table()
