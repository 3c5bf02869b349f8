"""The yardsticks: what DuckDB alone takes for the work that cannot be spared, as a whole process.

Start and end of Python and DuckDB are in them, as they are in the commands that are held against them.
"""

import sys
from pathlib import Path

from bench.clock import Spent, process
from bench.generator import SORTED
from bench.machine import CORES

PROGRAM = """
import duckdb, sys
connection = duckdb.connect(config={"threads": int(sys.argv[1])})
connection.execute(sys.argv[2])
"""
SUMMED = {"amount", "paid_amount", "score"}
MONEY = ("amount",)
ORDERS = ("amount", "moment", "order_id")
TYPES = {
    "customer_id": "VARCHAR",
    "order_id": "VARCHAR",
    "moment": "TIMESTAMP",
    "product_id": "VARCHAR",
    "category": "VARCHAR",
    "quantity": "BIGINT",
    "amount": "DECIMAL(18, 2)",
    "unit_price": "DECIMAL(18, 6)",
    "list_amount": "DECIMAL(18, 2)",
    "cost": "DECIMAL(18, 2)",
    "currency": "VARCHAR",
    "channel": "VARCHAR",
    "promotion": "VARCHAR",
}


def group_by(file: Path, columns: tuple[str, ...] = MONEY) -> Spent:
    """One group-by customer over just these columns."""
    return process(sys.executable, "-c", PROGRAM, CORES, group_by_query(file, columns))


def group_by_query(file: Path, columns: tuple[str, ...]) -> str:
    """The statement of the group-by; its result stays in memory."""
    folded = ", ".join(f"sum({name})" if name in SUMMED else f"max({name})" for name in columns)
    return f"CREATE OR REPLACE TEMP TABLE floor AS SELECT customer_id, {folded} FROM '{file}' GROUP BY customer_id"


def sort_csv(csv: Path, out: Path) -> Spent:
    """Read a CSV file with the types given and write it sorted to Parquet."""
    lines = f"SELECT * FROM read_csv('{csv}', header = true, auto_detect = false, columns = {TYPES}) ORDER BY {SORTED}"
    copy = f"COPY ({lines}) TO '{out}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
    return process(sys.executable, "-c", PROGRAM, CORES, copy)
