"""What is said of a file of orders beside its rows: odd orders, walk-in customers, ids that look alike."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.decimals import total
from vitalfew.readers.cells.ids import alike, folded, isolated
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


def order_notes(orders: OrderRows) -> Iterator[Note]:
    """Warnings about the accepted rows of a file of orders."""
    yield from _odd_orders(orders)
    yield from _unnumbered(orders)
    yield from _walk_in(orders.rows)


def alike_notes(customers: pa.ChunkedArray) -> Iterator[Note]:
    """The customers that are possibly the same, listed and never merged."""
    groups = alike(pc.unique(customers).drop_null().to_pylist())
    if groups:
        listed = "; ".join(" = ".join(map(isolated, group)) for group in groups[:_LISTED])
        yield Note(
            "possibly_the_same",
            "{groups:,} groups of customer ids are possibly the same (kept apart): {listed}",
            {"groups": len(groups), "listed": listed + ("; …" if len(groups) > _LISTED else "")},
            warning=True,
        )


def _odd_orders(orders: OrderRows) -> Iterator[Note]:
    amounts = integers(orders.rows["amount"])
    sums = orders.orders.sums(amounts)
    alone = amounts[~orders.numbered]
    below = int(np.sum(sums < 0) + np.sum(alone < 0))
    zero = int(np.sum(sums == 0) + np.sum(alone == 0))
    if below:
        yield Note(
            "negative_orders",
            "{count:,} orders sum below zero: returns or corrections.",
            {"count": below},
            warning=True,
        )
    if zero:
        yield Note("zero_orders", "{count:,} orders sum to zero.", {"count": zero}, warning=True)


def _unnumbered(orders: OrderRows) -> Iterator[Note]:
    count = int(np.sum(~orders.numbered))
    if "order_id" in orders.rows.column_names and count:
        yield Note("no_order_number", "{count:,} rows have no order number.", {"count": count}, warning=True)


def _walk_in(rows: pa.Table) -> Iterator[Note]:
    everything = total(rows["amount"])
    for customer in sorted(filter(is_walk_in, pc.unique(rows["customer_id"]).to_pylist())):
        yield walk_in_note(customer, total(rows["amount"].filter(pc.equal(rows["customer_id"], customer))), everything)


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


_BARE_WALK_IN = frozenset(name.replace("-", "") for name in WALK_IN)


def _percent(amount: Decimal, everything: Decimal) -> str:
    return f"{100 * amount / everything:.1f}" if everything > 0 else "–"
