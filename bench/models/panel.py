"""Customers who buy and leave as BG/NBD says, the same for the same size: their orders, and one row for each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from bench.generator import calculator

DAYS = 3 * 365
FIRST, LAST = date(2023, 1, 1), date(2025, 12, 30)
BLOCK = 500_000
Drawn = tuple[NDArray[np.int64], NDArray[np.int32]]
"""Customers, and the day of an order of each."""

SCHEMA = pa.schema({"number": pa.int64(), "day": pa.int32(), "spent": pa.float64()})
ORDERS = f"""
    SELECT 'C' || lpad(CAST(number AS VARCHAR), 9, '0') AS customer_id,
        'SO' || lpad(CAST(row_number() OVER () AS VARCHAR), 10, '0') AS order_id,
        DATE '{FIRST}' + day AS moment, CAST(spent AS DECIMAL(18, 2)) AS amount
    FROM '{{drawn}}'"""
SUMMARY = f"""
    SELECT customer_id, CAST(count(*) - 1 AS INTEGER) AS frequency, CAST(max(moment) - min(moment) AS INTEGER) AS recency,
        CAST(DATE '{LAST}' - min(moment) AS INTEGER) AS age,
        CAST(coalesce((sum(spent) - arg_min(spent, moment)) / nullif(count(*) - 1, 0), 0) AS DOUBLE) AS mean
    FROM (SELECT customer_id, moment, sum(amount) AS spent FROM '{{orders}}' GROUP BY ALL)
    GROUP BY customer_id ORDER BY hash(customer_id)"""


@dataclass(frozen=True)
class Buying:
    """Paces are gamma (r, alpha in days), chances to leave beta (a, b); first orders fall into the first `joining` days."""

    r: float
    alpha: float
    a: float
    b: float
    joining: int = DAYS - 180


COHORT = Buying(0.243, 30.9, 0.793, 2.426, joining=84)
"""As the customers of CDNOW, who all came within twelve weeks: most order once or twice."""

USUAL = Buying(0.243, 30.9, 0.793, 2.426)
"""The same, new ones on any day but in the last half year."""

BUSY = Buying(2.0, 60.0, 0.6, 30.0)
"""Buyers of many occasions, hardly two of them with the same history."""

KINDS = {"cohort": COHORT, "usual": USUAL, "busy": BUSY}


@dataclass(frozen=True)
class Panel:
    """So many customers of a kind; files are made where they are missing."""

    home: Path
    kind: str
    customers: int

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return self.home / f"{self.kind}-{self.customers}"

    @cached_property
    def orders(self) -> Path:
        """One row for each order."""
        return self._made("orders.parquet", ORDERS.format(drawn=self._drawn))

    @cached_property
    def csv(self) -> Path:
        """The same as text."""
        return self._made("orders.csv", f"FROM '{self.orders}'", "FORMAT csv")

    @cached_property
    def summary(self) -> Path:
        """One row for each customer: repeat occasions, days to the last one and to the end, their mean amount."""
        return self._made("summary.parquet", SUMMARY.format(orders=self.orders))

    @property
    def lines(self) -> int:
        """How many orders they placed."""
        return int(pq.read_metadata(self.orders).num_rows)

    @property
    def _drawn(self) -> Path:
        file = self.folder / "drawn.parquet"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            with pq.ParquetWriter(half := file.with_suffix(".half"), SCHEMA) as writer:
                for table in drawn(KINDS[self.kind], self.customers):
                    writer.write_table(table)
            half.rename(file)
        return file

    def _made(self, name: str, query: str, form: str = "FORMAT parquet, COMPRESSION zstd") -> Path:
        file = self.folder / name
        if not file.exists():
            half = file.with_suffix(".half")
            with calculator(file.parent) as connection:
                connection.execute(f"COPY ({query}) TO '{half}' ({form})")
            half.rename(file)
        return file


def drawn(buying: Buying, customers: int) -> Iterator[pa.Table]:
    """Orders of customers, block by block: number, days after the first day, amount."""
    for start in range(0, customers, BLOCK):
        chance = np.random.default_rng([customers, start])
        numbers = np.arange(start, min(start + BLOCK, customers))
        who, day = (np.concatenate(column) for column in zip(*lives(chance, buying, len(numbers)), strict=True))
        yield pa.table([numbers[who], day, amounts(chance, who, len(numbers))], schema=SCHEMA)


def lives(chance: np.random.Generator, buying: Buying, customers: int) -> Iterator[Drawn]:
    """Everybody's first order; then, who stays orders again after a while of its own."""
    who, now = np.arange(customers), chance.integers(0, buying.joining, customers).astype(np.float64)
    pace = chance.gamma(buying.r, 1 / buying.alpha, customers)
    leaving = chance.beta(buying.a, buying.b, customers)
    first = True
    while len(who):
        yield who, now.astype(np.int32)
        stays = first | (chance.random(len(who)) >= leaving[who])
        who, now, first = who[stays], now[stays], False
        with np.errstate(divide="ignore", over="ignore"):
            now = now + chance.exponential(1.0, len(who)) / pace[who]
        who, now = who[now < DAYS - 1], now[now < DAYS - 1]


def amounts(chance: np.random.Generator, who: NDArray[np.int64], customers: int) -> NDArray[np.float64]:
    """Gamma-Gamma with the published parameters of CDNOW."""
    rates = chance.gamma(3.74, 1 / 15.44, customers)
    return np.maximum(chance.gamma(6.25, 1.0, len(who)) / rates[who], 0.01)
