"""The files of a sample as plain rows, and the sums that the tests look at."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

Row = dict[str, str]


@dataclass(frozen=True, eq=False)
class Facts:
    folder: Path
    tables: dict[str, list[Row]]

    def __getitem__(self, table: str) -> list[Row]:
        return self.tables[table]

    def arrow(self) -> dict[str, pa.Table]:
        """The same as text columns, under the words of vf.grade."""
        names = {"service_costs": "costs"}
        return {names.get(name, name): pa.Table.from_pylist(rows) for name, rows in self.tables.items()}


Make = Callable[..., Facts]


def facts_in(folder: Path) -> Facts:
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return Facts(folder, tables)


def summed(rows: Iterable[Row], column: str = "amount") -> dict[str, Decimal]:
    """The sum of a column for each customer."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row["customer_id"]] += Decimal(row[column])
    return sums


def contribution(facts: Facts) -> dict[str, Decimal]:
    """Sales - cost of the lines - returns - cost to serve, over all years."""
    sales, cost = summed(facts["orders"]), summed(facts["orders"], "cost")
    served, returned = summed(facts["service_costs"]), summed(facts["returns"])
    return {one: sales[one] - cost[one] - served.get(one, 0) - returned.get(one, 0) for one in sales}
