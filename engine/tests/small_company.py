"""Small companies written as text tables, one word a cell, `-` for an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, metric_table, missing, prepared
from vitalfew.foreseeing import with_foreseen
from vitalfew.registry import Metric
from vitalfew.schemas import TABLES, Kind

LAST_DAY = date(2025, 12, 31)

PARSED: dict[Kind, Callable[[str], Any]] = {
    Kind.MOMENT: datetime.fromisoformat,
    Kind.DAY: date.fromisoformat,
    Kind.MONEY: Decimal,
    Kind.PRICE: Decimal,
    Kind.NUMBER: Decimal,
    Kind.INTEGER: int,
    Kind.FLAG: lambda cell: cell == "yes",
}


def table(name: str, text: str) -> pa.Table:
    """A table of facts from its text."""
    header, *rows = (line.split() for line in text.strip().splitlines())
    columns = {}
    for column, *cells in zip(header, *rows, strict=True):
        kind = TABLES[name][column].kind if column in TABLES[name] else Kind.TEXT
        values = [None if cell == "-" else PARSED.get(kind, str)(cell) for cell in cells]
        columns[column] = pa.array(values, kind.arrow())
    return pa.table(columns)


def one_order_each(tables: Iterable[pa.Table]) -> pa.Table:
    """An order of 2020 for every customer of these tables."""
    ids = sorted({customer for rows in tables for customer in rows["customer_id"].to_pylist()}) or ["A"]
    return table("orders", "\n".join(["customer_id order_id moment amount", *(f"{c} 0 2020-01-01 1" for c in ids)]))


class Company:
    """Facts of a small company on a calculator of its own."""

    def __init__(self, database: DuckDB) -> None:
        self.database = database
        self._count = 0

    def facts(self, at: date = LAST_DAY, **tables: str | pa.Table) -> Facts:
        """The facts as of a day. Where no orders are given every customer has one, long ago."""
        known = {name: rows if isinstance(rows, pa.Table) else table(name, rows) for name, rows in tables.items()}
        known.setdefault("orders", one_order_each(known.values()))
        self._count += 1
        attached = {name: self.database.attach(f"{name}{self._count}", rows) for name, rows in known.items()}
        first = min(known["orders"]["moment"].to_pylist()).date()
        return Facts(prepared(attached, at), at, first)

    def measure(self, metric: Metric, at: date = LAST_DAY, **tables: str | pa.Table) -> dict[str, Any]:
        """Customer → value of one metric."""
        rows = self.table({"value": metric}, at, **tables)
        return dict(zip(rows["customer_id"].to_pylist(), rows["value"].to_pylist(), strict=True))

    def table(self, metrics: Mapping[str, Metric], at: date = LAST_DAY, **tables: str | pa.Table) -> pa.Table:
        """Metrics of every customer, in order; what is foreseen is learned first."""
        facts, _ = with_foreseen(self.database, self.facts(at, **tables), metrics)
        return self.database.fetch(metric_table(facts, metrics).order_by("customer_id"))

    def lacks(self, metric: Metric, at: date = LAST_DAY, **tables: str | pa.Table) -> str | None:
        """What is not there for a metric."""
        return missing(metric, self.facts(at, **tables))
