"""Facts → who bought which product, who sent it back, and what is still sold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.expressions import day, window_start
from vitalfew.metrics.windows import YEAR

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

MOST = 2_000
"""Products that are looked at: those with most buyers."""

FEWEST = 5
"""Buyers below which nothing is learned of a product."""

IN_RANGE = 90
"""Days before the day in which somebody has to have bought a product for it to be in range."""


@dataclass(frozen=True)
class Baskets:
    """Customers and products up to a day, both in order of their keys.

    `bought` has a 1 where a customer has a line of a product above zero, `had` also where it only sent it back. `sold` are the
    products that are in range; `worth` is what half of the buyers of a product do not exceed in 365 days.
    """

    customers: pa.Array
    products: tuple[str, ...]
    bought: csr_array
    had: csr_array
    sold: Mask
    worth: pa.ChunkedArray


def baskets(database: DuckDB, facts: Facts) -> Baskets:
    """Who bought what by facts that are cut off at their day."""
    from scipy.sparse import csr_array

    rows = database.fetch(_lines(facts))
    products = database.fetch(_products(database.attach("lines of products", rows), facts))
    known = products["product_id"].combine_chunks()
    kept = rows.filter(pc.is_in(rows["product_id"], value_set=known))
    people = pc.unique(rows["customer_id"]).sort()
    who, what = _places(kept["customer_id"], people), _places(kept["product_id"], known)
    plus = np.asarray(pc.greater(kept["gross"], 0)).astype(bool)
    shape = (len(people), len(known))

    def matrix(chosen: Mask) -> Any:
        return csr_array((np.ones(int(chosen.sum()), np.float64), (who[chosen], what[chosen])), shape=shape)

    sold = np.asarray(pc.greater(products["last"], pa.scalar(facts.at - timedelta(days=IN_RANGE)))).astype(bool)
    everything = np.ones(len(plus), np.bool_)
    return Baskets(people, tuple(known.to_pylist()), matrix(plus), matrix(everything), sold, products["worth"])


def _places(cells: pa.ChunkedArray, among: pa.Array) -> Places:
    return np.asarray(pc.index_in(cells, value_set=among)).astype(np.int64)


def _lines(facts: Facts) -> ir.Table:
    """A row for each customer and product: what was bought for above zero, of the year too, and the last day of that."""
    orders = facts.tables["orders"].filter(lambda row: row.product_id.notnull())
    bought = orders.amount > 0
    days = orders.moment.cast("date")
    recent = days >= day(window_start(facts.at, YEAR))
    sums = orders.group_by("customer_id", "product_id").aggregate(
        gross=orders.amount.sum(where=bought).fill_null(0),
        year=orders.amount.sum(where=recent).fill_null(0),
        last=days.max(where=bought),
    )
    return sums.order_by("customer_id", "product_id")


def _products(lines: ir.Table, facts: Facts) -> ir.Table:
    """The products with most buyers, in order of their keys."""
    buyers = lines.filter(lines.gross > 0)
    found = buyers.group_by("product_id").aggregate(
        buyers=buyers.count(), last=buyers.last.max(), worth=buyers.year.quantile(0.5, where=buyers.year > 0)
    )
    enough = found.filter(found.buyers >= FEWEST)
    most = enough.order_by(enough.buyers.desc(), "product_id").limit(MOST)
    worth = most.worth.cast("float64").cast(f"decimal(18, {facts.digits})")
    return most.mutate(worth=worth).order_by("product_id")
