"""The truth of the store in plain Python: of each order the rows of the live import with the largest number count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.store import Load, Snapshot, Store

Row = tuple[Any, ...]
Rows = Sequence[Row]

COLUMNS = {
    "orders": {
        "customer_id": pa.string(),
        "order_id": pa.string(),
        "moment": pa.timestamp("us"),
        "amount": pa.decimal128(18, 2),
    },
    "customers": {"customer_id": pa.string(), "name": pa.string()},
}
KEYS = {"north": "order", "south": "customer-order", "till": "order"}
"""Source → how its orders are keyed; those of the till have no numbers."""


@dataclass(frozen=True)
class Batch:
    """An import: its number, table and source, and the rows of each key."""

    number: int
    table: str
    source: str
    keys: dict[Row, Counter[Row]]

    @property
    def rows(self) -> Counter[Row]:
        return sum(self.keys.values(), Counter())


@dataclass
class Model:
    """What was imported and what of it is live."""

    batches: dict[int, Batch] = field(default_factory=dict)
    live: set[int] = field(default_factory=set)

    def add(self, table: str, source: str, rows: Rows) -> tuple[int, int, int, int, bool]:
        """The batch, how many keys are new, changed, known, and whether it was done before."""
        batch = Batch(len(self.batches) + 1, table, source, keyed(table, source, rows))
        holders = {key: self.holders(batch, key) for key in batch.keys}
        for old in self._live_of(batch):
            if old.rows == batch.rows and all(self.holders(batch, key)[-1] is old for key in old.keys):
                return old.number, 0, 0, len(batch.keys), True
        known = sum(bool(held) and held[-1].keys[key] == batch.keys[key] for key, held in holders.items())
        new = sum(not held for held in holders.values())
        self.batches[batch.number] = batch
        self.live.add(batch.number)
        return batch.number, new, len(batch.keys) - new - known, known, False

    def undo(self, number: int) -> None:
        self.live.remove(number)

    def holders(self, batch: Batch, key: Row) -> list[Batch]:
        """The live imports that hold a key, the last of which counts."""
        return [old for old in self._live_of(batch) if key in old.keys]

    def _live_of(self, batch: Batch) -> list[Batch]:
        alike = (self.batches[number] for number in sorted(self.live))
        return [old for old in alike if (old.table, old.source) == (batch.table, batch.source)]

    def truth(self, table: str) -> Counter[Row]:
        """The rows that count."""
        winners: dict[tuple[str, Row], Counter[Row]] = {}
        for number in sorted(self.live):
            batch = self.batches[number]
            if batch.table == table:
                winners |= {(batch.source, key): rows for key, rows in batch.keys.items()}
        return sum(winners.values(), Counter())


def keyed(table: str, source: str, rows: Rows) -> dict[Row, Counter[Row]]:
    """Key → its rows. A row without an order number is an order of its own, named by its content and its count."""
    keys: dict[Row, Counter[Row]] = {}
    seen: Counter[Row] = Counter()
    for row in rows:
        customer, number = row[0], row[1]
        key: Row = (customer,) if table == "customers" else (number,)
        if table == "orders" and KEYS[source] == "customer-order":
            key = (customer, number)
        if table == "orders" and number is None:
            seen[row] += 1
            key = (*row, seen[row])
        keys.setdefault(key, Counter())[row] += 1
    return keys


def lines(dice: Random, source: str) -> Rows:
    """A few lines of orders: few numbers, so that imports meet."""
    rows: list[Row] = []
    for _ in range(dice.randint(1, 6)):
        number = dice.randint(1, 12)
        customer = f"c{number % 5}" if source == "north" else f"c{dice.randint(0, 3)}"
        order = None if source == "till" else str(number)
        for _ in range(dice.randint(1, 3)):
            day, cents = dice.randint(1, 9), dice.choice((100, 250, -50))
            rows.append((customer, order, datetime(2025, 1, day, dice.choice((0, 12))), Decimal(cents) / 100))
    return rows


def people(dice: Random) -> Rows:
    """A few customers with names."""
    chosen = sorted({f"c{dice.randint(0, 5)}" for _ in range(3)})
    return [(customer, dice.choice(("Ann", "Bob", None))) for customer in chosen]


def load(database: DuckDB, table: str, source: str, rows: Iterable[Row]) -> Load:
    """Rows as the store takes them."""
    columns = COLUMNS[table]
    cells = zip(*rows, strict=True)
    typed = pa.table({name: pa.array(c, kind) for (name, kind), c in zip(columns.items(), cells, strict=True)})
    key = KEYS[source] if table == "orders" else None
    return Load(table, database.attach(f"given {table} {source}", typed), source, key=key, columns=tuple(columns))


def read(database: DuckDB, snapshot: Snapshot) -> dict[str, Counter[Row]]:
    """The rows of a version, table by table."""
    found = {}
    for table, rows in snapshot.attach(database).items():
        numbered = rows.mutate(order_id=rows.order_id) if table == "orders" else rows
        cells = database.fetch(numbered.select(*COLUMNS[table])).to_pylist()
        found[table] = Counter(tuple(row.values()) for row in cells)
    return found


def unnumbered(rows: Counter[Row]) -> Counter[Row]:
    """Order lines with the numbers taken off that a store gives to those without one."""
    bare: Counter[Row] = Counter()
    for (customer, order, *rest), count in rows.items():
        bare[customer, None if order and order.startswith("row ") else order, *rest] += count
    return bare


__all__ = ["COLUMNS", "KEYS", "Model", "Store", "lines", "load", "people", "read", "unnumbered"]
