"""Typed rows of orders or customers on their way to being accepted: which stand together, which are kept."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.pairs import Codes, Groups, Mask, pair_codes


@dataclass(frozen=True)
class OrderRows:
    """Rows of `orders` with the lines they stand on. What is asked of them is worked out when it is asked for."""

    rows: pa.Table
    lines: Lines

    @cached_property
    def numbered(self) -> Mask:
        """Whether a row bears an order number; without a column of order numbers none does."""
        return np.asarray(self._order_ids.is_valid()).astype(bool)

    @cached_property
    def pair(self) -> Codes:
        """A code for (customer, order)."""
        return pair_codes(self.rows["customer_id"], self._order_ids)

    @cached_property
    def orders(self) -> Groups:
        """The rows of each numbered order."""
        return Groups.of(self.pair, self.numbered)

    @cached_property
    def customers(self) -> pa.StringArray:
        """The ids of the customers, each once."""
        return pc.unique(pa.chunked_array(map(_changes, self.rows["customer_id"].chunks), pa.string()))

    def where(self, which: Mask) -> "OrderRows":
        """Only these rows."""
        return self if which.all() else OrderRows(self.rows.filter(pa.array(which)), self.lines[which])

    @property
    def _order_ids(self) -> pa.ChunkedArray:
        if "order_id" in self.rows.column_names:
            return self.rows["order_id"]
        return pa.chunked_array([pa.nulls(self.rows.num_rows, pa.string())])


def _changes(ids: pa.StringArray) -> pa.StringArray:
    """The ids without those that stand below themselves: the lines of an order mostly stand together."""
    changed = np.ones(len(ids), bool)
    changed[1:] = pc.not_equal(ids.slice(1), ids.slice(0, len(ids) - 1))
    return ids.filter(pa.array(changed))
