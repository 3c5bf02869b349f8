"""A text file into the sorted store, beside DuckDB, which reads the same file with its types given and sorts it."""

import shutil
from functools import partial
from pathlib import Path

from bench import floor
from bench.clock import Spent, medians
from bench.company import Company
from bench.stored import imported
from bench.table import Rows, at_most


def rows(company: Company, out: Path, times: int) -> Rows:
    """One import as a whole command."""
    csv, store = company.csv(), out / "from_csv"
    both = medians(times, partial(anew, store, csv), partial(floor.sort_csv, csv, out / "sorted.parquet"))
    yield at_most("CSV into the sorted store", 2, *both)
    shutil.rmtree(store)


def anew(store: Path, csv: Path) -> Spent:
    """The import into a store that is not there yet."""
    shutil.rmtree(store, ignore_errors=True)
    return imported(store, csv)
