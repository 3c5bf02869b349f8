"""What calls of the library take in a process that has done it all before: `python -m bench.warm WHAT ARGUMENT …`.

Prints a JSON object, name of a call → its runs as [CPU seconds, wall seconds]; the first run of each is left out.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from bench.company import AS_OF
from bench.machine import CORES
from vitalfew import run
from vitalfew.readers.reading import Options
from vitalfew.run.finding import Search, find
from vitalfew.run.importing import Outcome, take_in
from vitalfew.run.manner import manner_of
from vitalfew.run.stored import STORE, snapshot_of
from vitalfew.scheme import load
from vitalfew.store import Store

Call = tuple[str, Callable[[], object]]
RUNS = 6
CUSTOMERS = 201
OPTIONS = Options(today=date.max)


def query(statement: str) -> Iterator[Call]:
    """A statement in DuckDB alone."""
    with duckdb.connect(config={"threads": CORES}) as connection:
        yield from [("query", partial(connection.execute, statement))] * RUNS


def grade(store: str, *schemes: str) -> Iterator[Call]:
    """Grades in memory from the store, which is opened anew each time."""
    for scheme in schemes:
        request = run.Request(load(scheme), date.fromisoformat(AS_OF))
        yield from [(scheme, partial(graded, Path(store), request))] * RUNS


def graded(store: Path, request: run.Request) -> run.Result:
    """One run over the newest version."""
    return run.grade({STORE: snapshot_of(store, None)}, request, OPTIONS)


def correct(store: str, *files: str) -> Iterator[Call]:
    """Each file imported into the store and undone."""
    kept = Store(Path(store))
    for file in files:
        yield "import", partial(imported, kept, Path(file))
        yield "undo", partial(kept.undo, newest_batch(kept))


def imported(store: Store, file: Path) -> Outcome:
    """Orders from a file into the store."""
    manner = manner_of(store, OPTIONS, rates=None, key=None, at=None)
    search = Search(manner.options, store.known_files(), store.folder, "orders", "orders")
    return take_in(store, find([file], search), manner, lambda _: None)


def newest_batch(store: Store) -> int:
    """The number of the newest import."""
    return max(version.batch for version in store.versions() if version.batch is not None)


def customers(store: str, file: str) -> Iterator[Call]:
    """The lines of one customer after another, customers from all over the company."""
    kept = Store(Path(store))
    some = f"SELECT customer_id FROM '{file}' ORDER BY hash(customer_id, 99) LIMIT {CUSTOMERS}"
    for (customer,) in duckdb.sql(some).fetchall():
        yield "customer", partial(kept.facts_of, customer)


PROGRAMS: dict[str, Callable[..., Iterator[Call]]] = {
    "query": query,
    "grade": grade,
    "correct": correct,
    "customers": customers,
}


def timed(calls: Iterator[Call]) -> dict[str, list[tuple[float, float]]]:
    """Make the calls one by one; CPU seconds are those of all threads of this process."""
    spent: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for name, call in calls:
        cpu, wall = time.process_time(), time.perf_counter()
        call()
        spent[name].append((time.process_time() - cpu, time.perf_counter() - wall))
    return {name: runs[1:] for name, runs in spent.items()}


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    print(json.dumps(timed(PROGRAMS[what](*arguments))))
