"""Typed order rows on their way to being accepted: which stand together, which are kept, which rejected."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.pairs import Codes, Groups, Mask, contents, pair_codes


@dataclass(frozen=True, slots=True)
class OrderRows:
    """Rows with the lines they stand on, a code for (customer, order), and whether they bear an order number."""

    rows: pa.Table
    lines: Lines
    pair: Codes
    numbered: Mask

    @classmethod
    def of(cls, rows: pa.Table, lines: Lines) -> "OrderRows":
        """Rows of `orders`; without a column of order numbers none is numbered."""
        has_column = "order_id" in rows.column_names
        orders = rows["order_id"] if has_column else pa.chunked_array([pa.nulls(rows.num_rows, pa.string())])
        numbered = np.asarray(orders.is_valid()).astype(bool)
        return cls(rows, lines, pair_codes(rows["customer_id"], orders), numbered)

    @property
    def orders(self) -> Groups:
        """The rows of each numbered order."""
        return Groups.of(self.pair, self.numbered)

    def content(self, unread: Callable[[Lines], pa.Table]) -> Codes:
        """What `contents` gives for these rows."""
        return contents(self.rows, self.lines, unread)

    def where(self, which: Mask) -> "OrderRows":
        """Only these rows."""
        if which.all():
            return self
        return OrderRows(self.rows.filter(pa.array(which)), self.lines[which], self.pair[which], self.numbered[which])

    def with_rows(self, rows: pa.Table) -> "OrderRows":
        """The same rows with other columns."""
        return OrderRows(rows, self.lines, self.pair, self.numbered)
