"""What makes two rows the same thing brought twice: the key of an order, and of the rows of every other table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.schemas import TABLES

ORDER, CUSTOMER_ORDER = "order", "customer-order"
"""Ways to key orders: by their number, or by customer and number where numbers are used by several customers."""

SEPARATOR = "\x1f"
_NUMBER = "row "


def keyed(rows: ir.Table, table: str, key: str | None, *, unnumbered: bool = True) -> ir.Table:
    """The rows with their `row_key`. `unnumbered`: whether some orders may have no number."""
    if table != "orders":
        return rows.mutate(row_key=_own(rows, table))
    columns = ("customer_id", "order_id") if key == CUSTOMER_ORDER else ("order_id",)
    if not unnumbered:
        return rows.mutate(row_key=_joined(rows, columns))
    numbered = rows.filter(rows.order_id.notnull())
    return numbered.mutate(row_key=_joined(numbered, columns)).union(_by_content(rows.filter(rows.order_id.isnull())))


def _own(rows: ir.Table, table: str) -> Any:
    key = _joined(rows, TABLES[table].key)
    return ibis.ifelse(rows.invoice_id.isnull(), _NUMBER + _content(rows), key) if table == "payments" else key


def _by_content(rows: ir.Table) -> ir.Table:
    """An order without a number is named by its content and its count among identical rows, so that it comes again."""
    rows = rows.mutate(_content=_content(rows))
    nth = ibis.row_number().over(ibis.window(group_by=rows["_content"])) + 1
    return rows.mutate(row_key=_NUMBER + rows["_content"] + " " + nth.cast("string")).drop("_content")


def _joined(rows: ir.Table, columns: Iterable[str]) -> Any:
    cells = [rows[name].cast("string").fill_null("") for name in columns]
    return reduce(lambda left, right: left + SEPARATOR + right, cells)


def _content(rows: ir.Table) -> Any:
    """The digest of all that is known of a row; columns that are added later change nothing for rows without them."""
    named = [ibis.literal(name + "=") + rows[name].cast("string") + SEPARATOR for name in rows.columns]
    return reduce(add, (cell.fill_null("") for cell in named)).hexdigest("md5")


def row_hash(rows: ir.Table, columns: Iterable[str]) -> Any:
    """A number of 64 bits for the content of a row. Only to be held against numbers of the same `hashing`."""
    return ibis.struct({name: rows[name] for name in columns}).hash()


def summed(hashes: Any) -> Any:
    """An aggregate of the hashes of some rows that tells their content, whatever their order.

    The exact sum, rounded once: 53 bits tell two orders apart, and nothing but counts of orders hangs on it.
    """
    return hashes.sum().cast("float64")


def hashing(database: DuckDB, columns: Iterable[str]) -> str:
    """The way rows are hashed: it may change with the calculator's version and with the columns of a table."""
    probe = pa.table({"text": ["客户", None], "number": [17, None]})
    rows = database.attach("store probe", probe)
    found = database.row(rows.aggregate(sum=summed(row_hash(rows, probe.column_names))))["sum"]
    return hashlib.sha256(f"{found} {','.join(columns)}".encode()).hexdigest()[:16]
