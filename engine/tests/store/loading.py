"""Small imports, written as lines, and what a store answers, read as lines."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.store import Added, Load, Store

Line = tuple[str, str | None, int, str]
"""Customer, order number, day of January 2026, amount."""

ORDERS = {
    "customer_id": pa.string(),
    "order_id": pa.string(),
    "moment": pa.timestamp("us"),
    "amount": pa.decimal128(18, 2),
}


def orders(lines: Iterable[Line]) -> pa.Table:
    """Lines of orders as a reader gives them."""
    rows = [(customer, number, datetime(2026, 1, day), Decimal(amount)) for customer, number, day, amount in lines]
    cells = list(zip(*rows, strict=True)) or [()] * len(ORDERS)
    return pa.table({name: pa.array(c, kind) for (name, kind), c in zip(ORDERS.items(), cells, strict=True)})


def add(store: Store, lines: Iterable[Line] | pa.Table, source: str = "shop", **more: Any) -> Added:
    """Import one table; lines of orders unless another is named."""
    with DuckDB(folders=[store.folder]) as database:
        return store.add(database, [load(database, lines, source, **more)])[0]


def load(database: DuckDB, lines: Iterable[Line] | pa.Table, source: str = "shop", **more: Any) -> Load:
    """A table to import, attached."""
    rows = lines if isinstance(lines, pa.Table) else orders(lines)
    at = more.pop("at", None)
    assert at is None, "the time is an argument of the store"
    table = more.pop("table", "orders")
    return Load(table, database.attach(f"given {table} {source} {id(rows)}", rows), source, **more)


def rows(store: Store, table: str = "orders", version: int | None = None) -> list[dict[str, Any]]:
    """The rows that count, in a fixed order."""
    with DuckDB(folders=[store.folder]) as database:
        found = store.snapshot(version).attach(database).get(table)
        return [] if found is None else sorted(database.fetch(found).to_pylist(), key=str)


def lines(store: Store, version: int | None = None) -> list[tuple[str, str, str]]:
    """Customer, order and amount of the lines that count."""
    found = rows(store, "orders", version)
    return sorted((row["customer_id"], row["order_id"], str(row["amount"])) for row in found)


def digest(folder: Path) -> dict[str, bytes]:
    """Every file of a store that says something."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
