"""CPU and wall seconds of a plain group-by, and of a command."""

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

THREADS = 2
COMMAND = Path(sys.executable).with_name("vitalfew")


@dataclass(frozen=True)
class Spent:
    """What something took."""

    cpu: float
    wall: float


def group_by(file: Path, columns: tuple[str, ...], times: int = 3) -> float:
    """CPU seconds of one DuckDB group-by customer over these columns; the median of several."""
    amounts = {"amount", "paid_amount", "score"}
    folded = ", ".join(f"sum({name})" if name in amounts else f"max({name})" for name in columns)
    query = f"CREATE OR REPLACE TEMP TABLE floor AS SELECT customer_id, {folded} FROM '{file}' GROUP BY customer_id"
    with duckdb.connect(config={"threads": THREADS}) as connection:
        return statistics.median(cpu_of(connection, query) for _ in range(times))


def cpu_of(connection: duckdb.DuckDBPyConnection, query: str) -> float:
    """CPU seconds of all threads of this process while it runs."""
    began = time.process_time()
    connection.execute(query)
    return time.process_time() - began


def command(*arguments: object) -> Spent:
    """Run `vitalfew` and take the time of it and of its children; a refusal ends the bench with its own line."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([COMMAND, *map(str, arguments)], check=False, stdout=subprocess.DEVNULL)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.returncode)
    return Spent(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)
