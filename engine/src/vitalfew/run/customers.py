"""The graded customers as a table that every data frame library takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import polars as pl


class Customers:
    """The rows of OUT: customer_id, grade, score, then classifiers, reasons and metrics.

    Arrow inside; hands itself over without a copy through the Arrow interface.

    >>> customers = vf.grade(orders, scheme="abc").customers
    >>> len(customers)
    3
    >>> pa.table(customers).num_rows
    3
    """

    def __init__(self, rows: pa.Table) -> None:
        self._rows = rows

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order.

        >>> vf.grade(orders, scheme="abc").customers.columns[:3]
        ['customer_id', 'grade', 'score']
        """
        names: list[str] = self._rows.column_names
        return names

    def to_arrow(self) -> pa.Table:
        """As an Arrow table.

        >>> vf.grade(orders, scheme="abc").customers.to_arrow()["monetary"].type
        Decimal128Type(decimal128(38, 2))
        """
        return self._rows

    def to_pandas(self) -> pd.DataFrame:
        """As a pandas data frame; needs pandas.

        >>> frame = vf.grade(orders, scheme="abc").customers.to_pandas()
        >>> frame["grade"].tolist()
        ['A', 'B', 'C']
        """
        frame: pd.DataFrame = self._rows.to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """As a Polars data frame; needs Polars.

        >>> frame = vf.grade(orders, scheme="abc").customers.to_polars()
        >>> frame["grade"].to_list()
        ['A', 'B', 'C']
        """
        import polars as pl

        frame = pl.from_arrow(self._rows)
        assert isinstance(frame, pl.DataFrame)
        return frame

    def to_ibis(self) -> ir.Table:
        """As an Ibis table in memory.

        >>> table = vf.grade(orders, scheme="abc").customers.to_ibis()
        >>> table.filter(table.grade == "A").count().to_pyarrow().as_py()
        1
        """
        import ibis

        return ibis.memtable(self._rows)

    def to_pylist(self) -> list[dict[str, Any]]:
        """As a list of records; numbers are int or Decimal, missing is None.

        >>> vf.grade(orders, scheme="abc").customers.to_pylist()[1]["monetary"]
        Decimal('150.00')
        """
        records: list[dict[str, Any]] = self._rows.to_pylist()
        return records

    def __len__(self) -> int:
        return int(self._rows.num_rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<{len(self)} customers: {', '.join(self.columns)}>"
