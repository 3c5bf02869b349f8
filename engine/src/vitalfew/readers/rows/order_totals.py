"""Totals of whole orders that stand on every line: recognised, and counted once an order (contract, "Grain")."""

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.decimals import product, total
from vitalfew.readers.reading import Note
from vitalfew.readers.rows.duplicates import named_others
from vitalfew.readers.rows.order_rows import OrderRows
from vitalfew.readers.rows.pairs import Groups, exact_codes, integers

RAW = "_order_total"
"""The total as it stands in the file, before it is turned into another currency."""

_NEARLY = 95
"""Percent of the orders of several lines that make "nearly every" one."""
_FEWEST = 3
"""Orders of several lines from which on equal amounts are no chance."""


def total_conflicts(orders: OrderRows) -> dict[int, str]:
    """Rows of orders whose lines state different totals → the sentence that names the others."""
    raw = orders.rows[RAW]
    groups = Groups.of(orders.pair, orders.numbered & np.asarray(raw.is_valid()))
    differing = ~groups.agreeing(exact_codes(raw))
    return named_others(groups.lists(differing), orders.lines)


def counted_once(orders: OrderRows) -> OrderRows:
    """Amounts that hold the total on the latest line of each order that states one, and zero on its others.

    Which line does not change any sum; the latest one is when the order was. Without an order number each
    row is an order.
    """
    rows = orders.rows
    bearing = ~orders.numbered
    bearing[_last_of_each(orders)] = True
    amount = pc.if_else(pa.array(bearing), rows["order_total"], pa.scalar(Decimal(0), rows["order_total"].type))
    return OrderRows(_with_amount(rows.drop_columns([RAW, "order_total"]), amount), orders.lines)


def unstated(orders: OrderRows) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Rows of orders of which no line states a total."""
    missing = np.asarray(orders.rows[RAW].is_null()).astype(bool)
    groups = orders.orders
    none = groups.agreeing(missing.astype(np.int64)) & missing[groups.rows[groups.starts]]
    found = missing & ~orders.numbered
    found[groups.rows[groups.members(none)]] = True
    return found


def sum_once(rows: pa.Table) -> Decimal:
    """The money of unassigned rows: each order number once, rows without one by themselves."""
    if "order_id" not in rows.column_names:
        return total(rows["order_total"])
    numbered = rows.filter(rows["order_id"].is_valid()).group_by("order_id").aggregate([("order_total", "max")])
    return total(numbered["order_total_max"]) + total(rows.filter(rows["order_id"].is_null())["order_total"])


def suspicion(orders: OrderRows, header: str) -> Note | None:
    """A warning where the amount column is equal on all lines of nearly every order of several lines."""
    if _often_differs(orders.rows):
        return None
    rows, groups = orders.rows, orders.orders
    several = groups.sizes > 1
    amounts = integers(rows["amount"])
    equal = groups.agreeing(amounts) & several
    if several.sum() < _FEWEST or equal.sum() * 100 < several.sum() * _NEARLY or _is_computed(rows):
        return None
    repeated = np.ones(rows.num_rows, bool)
    repeated[groups.rows[groups.members(~equal)]] = False
    repeated[groups.rows[groups.starts]] = False
    repeated &= orders.numbered
    once = total(rows["amount"].filter(pa.array(~repeated)))
    return Note(
        "order_total",
        "The amounts in {column} are equal on all lines of {equal:,} of {several:,} orders of several lines, and are "
        "probably totals of the order: they sum to {lines}, and to {once} with each order counted once. "
        "--map order_total={column} counts each order once.",
        {
            "column": header,
            "equal": int(equal.sum()),
            "several": int(several.sum()),
            "lines": str(total(rows["amount"])),
            "once": str(once),
        },
        warning=True,
    )


def _often_differs(rows: pa.Table) -> bool:
    """Whether neighbouring rows alone show that lines of one order differ in too many orders for a total.

    At most half as many orders as rows have several lines. Order numbers that stand, with one customer, in two
    rows one below the other with different amounts are counted until they are too many; most files are so soon.
    """
    if "order_id" not in rows.column_names:
        return False
    enough = rows.num_rows * (100 - _NEARLY) // 200 + 1
    found: list[pa.Array] = []
    for batch in rows.select(["customer_id", "order_id", "amount"]).to_batches():
        found.append(_numbers_that_differ(batch))
        if sum(map(len, found)) > enough:
            found = [pc.unique(pa.chunked_array(found))]
            if len(found[0]) > enough:
                return True
    return False


def _numbers_that_differ(batch: pa.RecordBatch) -> pa.StringArray:
    above, below = batch.slice(0, len(batch) - 1), batch.slice(1)
    same = pc.and_(*(pc.equal(above[name], below[name]) for name in ("customer_id", "order_id")))
    return below["order_id"].filter(pc.and_(same, pc.not_equal(above["amount"], below["amount"]))).unique()


def missing_total() -> str:
    """Why a row of an order without a total is rejected."""
    return say("no line of the order states its total")


def _last_of_each(orders: OrderRows) -> pa.Array:
    """The row of each order that is to bear its total, the same whatever the order of the rows."""
    rows = orders.rows.append_column("_row", pa.array(np.arange(orders.rows.num_rows)))
    rows = rows.append_column("_pair", pa.array(orders.pair))
    chosen = rows.filter(pa.array(orders.numbered & np.asarray(rows["order_total"].is_valid())))
    others = [name for name in orders.rows.column_names if name != "moment"]
    keys = [("_pair", "ascending"), ("moment", "descending"), *((name, "ascending") for name in others)]
    chosen = chosen.sort_by(keys)
    pairs = np.asarray(chosen["_pair"])
    first = np.ones(len(pairs), bool)
    first[1:] = pairs[1:] != pairs[:-1]
    return np.asarray(chosen["_row"])[first]


def _is_computed(rows: pa.Table) -> bool:
    """Whether quantity × unit price gives most of the amounts: they are then amounts of lines."""
    if not {"quantity", "unit_price"} <= set(rows.column_names):
        return False
    digits = rows["amount"].type.scale
    computed, _ = product(rows["quantity"].combine_chunks(), rows["unit_price"].combine_chunks(), digits)
    fits = int(pc.sum(pc.equal(computed, rows["amount"])).as_py() or 0)
    return bool(fits * 2 > rows.num_rows)


def _with_amount(rows: pa.Table, amount: pa.ChunkedArray) -> pa.Table:
    if "amount" in rows.column_names:
        return rows.set_column(rows.column_names.index("amount"), "amount", amount)
    return rows.append_column("amount", amount)
