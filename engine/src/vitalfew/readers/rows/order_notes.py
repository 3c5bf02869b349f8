"""What is said of a file of orders beside its rows: odd orders, walk-in customers, ids that look alike."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.decimals import total
from vitalfew.readers.cells.ids import alike, folded, folded_column, isolated
from vitalfew.readers.reading import Note
from vitalfew.readers.rows.order_rows import OrderRows
from vitalfew.readers.rows.pairs import integers

WALK_IN = frozenset(
    map(
        folded,
        (
            *(
                "散客",
                "零售客户",
                "零售客戶",
                "零售散客",
                "现金客户",
                "現金客戶",
                "现金销售",
                "現金銷售",
                "门市",
                "門市",
            ),
            *(
                "门市散客",
                "門市散客",
                "门店散客",
                "门店零售",
                "門市零售",
                "临时客户",
                "臨時客戶",
                "过路客",
                "過路客",
                "普通顾客",
            ),
            *("一般客户", "一般客戶", "零售", "匿名", "匿名客户", "匿名客戶", "现金", "現金", "其他客户", "其他客戶"),
            *(
                "walk-in",
                "walk in",
                "walkin",
                "walk-in customer",
                "walk-ins",
                "walk-in client",
                "cash sale",
                "cash sales",
            ),
            *(
                "cash",
                "cash customer",
                "cash client",
                "counter sale",
                "counter sales",
                "over the counter",
                "retail customer",
            ),
            *("retail", "pos customer", "guest", "guest customer", "anonymous", "anonymous customer", "misc customer"),
            *(
                "miscellaneous customer",
                "sundry customer",
                "sundry customers",
                "various customers",
                "one-time customer",
            ),
        ),
    )
)
"""Names under which tills book sales to people they do not know."""

_LISTED = 5


def alike_notes(customers: pa.ChunkedArray) -> Iterator[Note]:
    """The customers that are possibly the same, listed and never merged."""
    yield from _alike_notes(pc.unique(customers).drop_null())


def _alike_notes(customers: pa.StringArray) -> Iterator[Note]:
    groups = alike(customers)
    if groups:
        listed = "; ".join(" = ".join(map(isolated, group)) for group in groups[:_LISTED])
        yield Note(
            "possibly_the_same",
            "{groups:,} groups of customer ids are possibly the same (kept apart): {listed}",
            {"groups": len(groups), "listed": listed + ("; …" if len(groups) > _LISTED else "")},
            warning=True,
        )


def _alike_customers(orders: OrderRows) -> Iterator[Note]:
    return _alike_notes(orders.customers)


def _odd_orders(orders: OrderRows) -> Iterator[Note]:
    below, zero = _odd_counts(orders)
    if below:
        yield Note(
            "negative_orders",
            "{count:,} orders sum below zero: returns or corrections.",
            {"count": below},
            warning=True,
        )
    if zero:
        yield Note("zero_orders", "{count:,} orders sum to zero.", {"count": zero}, warning=True)


def _odd_counts(orders: OrderRows) -> tuple[int, int]:
    """How many orders sum below zero and to zero: only those can that have a line which is not above zero."""
    odd = np.asarray(pc.less_equal(orders.rows["amount"], 0))
    if not odd.any():
        return 0, 0
    ids = orders.rows["order_id"].filter(pa.array(odd)) if "order_id" in orders.rows.column_names else None
    concerned = odd if ids is None else odd | np.asarray(pc.is_in(orders.rows["order_id"], ids.drop_null().unique()))
    few = orders.where(concerned)
    amounts = integers(few.rows["amount"])
    parts = (few.orders.sums(amounts), amounts[~few.numbered])
    return sum(int(np.sum(sums < 0)) for sums in parts), sum(int(np.sum(sums == 0)) for sums in parts)


def _unnumbered(orders: OrderRows) -> Iterator[Note]:
    count = int(np.sum(~orders.numbered))
    if "order_id" in orders.rows.column_names and count:
        yield Note("no_order_number", "{count:,} rows have no order number.", {"count": count}, warning=True)


def _walk_in(orders: OrderRows) -> Iterator[Note]:
    names, amounts = orders.rows["customer_id"], orders.rows["amount"]
    words = pc.replace_substring(folded_column(orders.customers), "-", "")
    for customer in sorted(orders.customers.filter(pc.is_in(words, pa.array(sorted(_BARE_WALK_IN)))).to_pylist()):
        yield walk_in_note(customer, total(amounts.filter(pc.equal(names, customer))), total(amounts))


def walk_in_note(customer: str, amount: Decimal, everything: Decimal) -> Note:
    """The warning that names a bucket, with its money and share of all."""
    return Note(
        "walk_in",
        "{customer} looks like a bucket for walk-in customers, with {amount} ({share} % of the money); "
        "--exclude {customer} leaves it out.",
        {"customer": isolated(customer), "amount": str(amount), "share": _percent(amount, everything)},
        warning=True,
    )


def is_walk_in(customer: str) -> bool:
    """Whether tills use this name for people they do not know."""
    return not customer.isdigit() and folded(customer).replace("-", "") in _BARE_WALK_IN


ORDER_NOTES = (_odd_orders, _unnumbered, _walk_in, _alike_customers)
"""Warnings about the accepted rows of a file of orders, in the order in which they are said."""

_BARE_WALK_IN = frozenset(name.replace("-", "") for name in WALK_IN)


def _percent(amount: Decimal, everything: Decimal) -> str:
    return f"{100 * amount / everything:.1f}" if everything > 0 else "–"
