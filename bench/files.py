"""From the file to the grades: commands against one group-by over the same columns of the same file."""

from functools import partial
from pathlib import Path

from bench import floor
from bench.clock import Spent, medians
from bench.company import Company, grade
from bench.table import Rows, at_most

TOUCHED = {
    "orders": (*floor.ORDERS, "cost"),
    "customers": ("expected_spend", "influence"),
    "payments": ("amount", "due", "paid_on", "paid_amount"),
    "returns": ("amount", "day", "order_id"),
    "costs": ("amount", "day"),
    "feedback": ("score", "day", "kind"),
}
"""Table → the columns that key_accounts reads of it; its floor is one group-by per table over these."""


def rows(company: Company, out: Path, times: int) -> Rows:
    """Each scheme beside its floor."""
    orders = company.orders
    abc, rfm = (partial(grade, out, scheme, orders) for scheme in ("abc", "rfm"))
    yield at_most("abc from the file", 3, *medians(times, abc, partial(floor.group_by, orders, floor.MONEY)))
    yield at_most("rfm from the file", 5, *medians(times, rfm, partial(floor.group_by, orders, floor.ORDERS)))
    everything = partial(grade, out, "key_accounts", orders, *company.tables)
    both = medians(times, everything, partial(every_table, company))
    yield at_most("key_accounts from the files, every table", 8, *both)


def every_table(company: Company) -> Spent:
    """One group-by after the other, each a process of its own."""
    spent = [floor.group_by(company.files[name], columns) for name, columns in TOUCHED.items()]
    return Spent(sum(one.cpu for one in spent), sum(one.wall for one in spent), max(one.peak for one in spent))
