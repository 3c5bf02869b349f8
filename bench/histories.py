"""Three years month by month beside one run."""

from functools import partial
from pathlib import Path

from bench.clock import command, medians
from bench.company import AS_OF, Company
from bench.table import Rows, at_most

MONTHS = ("--every", "month", "--from", "2023-01-31", "--to", AS_OF)
"""The ends of 35 months, and the last day."""


def rows(company: Company, out: Path, times: int) -> Rows:
    """Grades of every customer as of 36 days, and as of the last one, for each scheme."""
    tables = {"abc": [], "rfm": [], "key_accounts": company.tables}
    for scheme, further in tables.items():
        facts = (company.orders, *further, "--scheme", scheme, "-o", out / "grades.parquet")
        months, once = partial(command, "history", *facts, *MONTHS), partial(command, "grade", *facts, "--as-of", AS_OF)
        yield at_most(f"36 months of {scheme} beside one run", 4, *medians(times, months, once))
