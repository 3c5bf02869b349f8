"""From the compacted store to the grades, and what the store itself takes."""

import shutil
import statistics
from functools import partial
from pathlib import Path

from bench import floor
from bench.clock import Spent, command, median, medians, warm
from bench.company import Company, grade
from bench.table import CPU, Row, Rows, Target, at_most, seconds
from bench.warm import newest_batch
from vitalfew.store import Store

CORRECTIONS = 4
"""The first only warms up; the last is imported by the command."""
SCHEMES = {"abc": floor.MONEY, "rfm": floor.ORDERS}


def rows(company: Company, out: Path, times: int) -> Rows:
    """The store made, graded from, corrected and asked."""
    store = out / "store"
    yield seconds("Parquet into the sorted store", imported(store, company.orders))
    yield seconds("compaction", command("facts", "compact", "--store", store))
    yield from grades(company, store, out, times)
    yield from corrections(company, store)
    yield one_customer(company, store)
    shutil.rmtree(store)


def imported(store: Path, file: Path) -> Spent:
    """One import of orders, as a command."""
    return command("facts", "import", file, "--table", "orders", "--source", "orders", "--store", store)


def grades(company: Company, store: Path, out: Path, times: int) -> Rows:
    """Each scheme beside the group-by over one sorted file: as commands, and as calls in a warm process."""
    calls = warm("grade", store, *SCHEMES)
    for scheme, columns in SCHEMES.items():
        ours, least = partial(grade, out, scheme, "--store", store), partial(floor.group_by, company.sorted, columns)
        yield at_most(f"{scheme} from the compacted store", 1.5, *medians(times, ours, least))
        queries = warm("query", floor.group_by_query(company.sorted, columns))
        yield at_most(f"{scheme} from it, warm", 1.5, median(calls[scheme]), median(queries["query"]))


def corrections(company: Company, store: Path) -> Rows:
    """One order in a hundred, from all over the company, replaced; and that undone."""
    *files, last = (company.correction(number) for number in range(CORRECTIONS))
    calls = warm("correct", store, *files)
    replaced, undone = Target(1, CPU, alone=True), Target(0.2, CPU, alone=True)
    yield seconds("one order in 100 replaced, warm", median(calls["import"]), replaced)
    yield seconds("that undone, warm", median(calls["undo"]), undone)
    yield seconds("one order in 100 replaced", imported(store, last), replaced)
    yield seconds("that undone", command("facts", "undo", newest_batch(Store(store)), "--store", store), undone)


def one_customer(company: Company, store: Path) -> Row:
    """The lines of one customer, newest first."""
    walls = [spent.wall for spent in warm("customers", store, company.files["customers"])["customer"]]
    found, slow = (1000 * wall for wall in (statistics.median(walls), statistics.quantiles(walls, n=20)[-1]))
    return Row("lines of one customer, warm, median", found, "ms", f"95 % within {slow:.1f} ms", Target(20, "ms"))
