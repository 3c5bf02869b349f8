"""The ABC table (M70): who stands where, with what share, up to which share of the value and of the customers."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.population import whole_steps
from vitalfew.run import Result

COLUMNS = ("rank", "customer", "value", "share", "cumulative_share_of_value", "cumulative_share_of_customers", "class")


def abc_table(result: Result) -> pa.Table | None:
    """The table of a scheme that grades by shares of a value, the largest first; None for other schemes.

    Equal values share a rank and their cumulative shares, which include them. Customers without a value are left out.
    """
    rows = result.rows
    parameters = result.scheme.classifiers.get(result.scheme.grade or "")
    shared = getattr(parameters, "by", None) == "value" and {"share", "cumulative_share"} <= set(rows.column_names)
    if parameters is None or not shared:
        return None
    measure = next(name for name in parameters.reads() if name in rows.column_names)
    return shares_table(rows, measure, rows["grade"])


def shares_table(rows: pa.Table, measure: str, classes: pa.ChunkedArray) -> pa.Table:
    """The table of rows with customer_id, a measure, its share and cumulative_share, beside their classes."""
    known = rows.append_column("class", classes).filter(rows[measure].is_valid())
    known = known.sort_by([(measure, "descending"), ("customer_id", "ascending")])
    steps = whole_steps(known[measure])
    ordered = np.sort(steps)
    larger = len(ordered) - np.searchsorted(ordered, steps, side="right")
    up_to = len(ordered) - np.searchsorted(ordered, steps, side="left")
    shares = [Decimal(round(10**6 * int(n) / len(ordered))).scaleb(-6) for n in up_to]
    cells = [larger + 1, known["customer_id"], known[measure], known["share"], known["cumulative_share"]]
    return pa.table(
        [*cells, pa.array(shares, pa.decimal128(7, 6)), pc.cast(known["class"], pa.string())], list(COLUMNS)
    )
