"""CPU and wall seconds of a plain group-by, and of a command."""

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

THREADS = 2
COMMAND = Path(sys.executable).with_name("vitalfew")


@dataclass(frozen=True)
class Spent:
    """What something took."""

    cpu: float
    wall: float


FLOOR = """
import duckdb, sys
connection = duckdb.connect(config={"threads": int(sys.argv[1])})
connection.execute(sys.argv[2])
"""


def group_by(file: Path, columns: tuple[str, ...], times: int = 3) -> float:
    """CPU seconds of a process that does one DuckDB group-by customer over these columns; the median of several.

    A whole process like the commands that are held against it: start and end of Python and DuckDB included.
    """
    amounts = {"amount", "paid_amount", "score"}
    folded = ", ".join(f"sum({name})" if name in amounts else f"max({name})" for name in columns)
    query = f"CREATE OR REPLACE TEMP TABLE floor AS SELECT customer_id, {folded} FROM '{file}' GROUP BY customer_id"
    return statistics.median(process(sys.executable, "-c", FLOOR, THREADS, query).cpu for _ in range(times))


def command(*arguments: object) -> Spent:
    """What one `vitalfew` command takes."""
    return process(COMMAND, *arguments)


def process(*arguments: object) -> Spent:
    """Run a program and take the time of it and of its children; a refusal ends the bench with its own line."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([*map(str, arguments)], check=False, stdout=subprocess.DEVNULL)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.returncode)
    return Spent(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)
