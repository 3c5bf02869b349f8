"""The portfolio to expect as a table: a row for each grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pyarrow as pa

from vitalfew.insight.chain import Foretold, Stands
from vitalfew.insight.estimates import expected
from vitalfew.insight.month_ends import Grades


def rows_of(grades: Grades, now: Stands, money: pa.Array, told: Foretold, digits: int) -> pa.Table:
    """Customers and money of each grade now and as foretold; money to so many digits."""
    here = pa.table({"place": now, "sales": money}).group_by("place").aggregate([("sales", "sum"), ([], "count_all")])
    known = {row["place"]: (row["count_all"], row["sales_sum"]) for row in here.to_pylist()}
    nobody = (0, Decimal(0))
    cells = [(name, *known.get(place, nobody), *_expected(told, place, digits)) for place, name in enumerate(grades)]
    return pa.Table.from_pylist([dict(zip(_schema(digits).names, row, strict=True)) for row in cells], _schema(digits))


def _expected(told: Foretold, place: int, digits: int) -> Iterator[Decimal | None]:
    customers = expected(told.customers[place], told.customers_between[:, place], 1)
    yield from (customers.value, customers.low, customers.high)
    if np.isnan(told.money[place]):
        yield from (None, None, None)
        return
    money = expected(told.money[place], told.money_between[:, place], digits)
    yield from (money.value, money.low, money.high)


def _schema(digits: int) -> pa.Schema:
    heads, money = pa.decimal128(38, 1), pa.decimal128(38, digits)
    return pa.schema(
        [("grade", pa.string()), ("customers", pa.int64()), ("sales", money)]
        + [(name, heads) for name in ("expected", "low", "high")]
        + [(name, money) for name in ("expected_sales", "sales_low", "sales_high")]
    )
