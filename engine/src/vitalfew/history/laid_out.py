"""Customers in order of their numbers: what tables say of them stands side by side without a join."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.population import Integers, whole_steps

Mask = npt.NDArray[np.bool_]

THERE = "_there"
"""Column: whether a customer has any row."""


def laid_out(rows: pa.Table, customers: int) -> pa.Table:
    """A row for each customer number, in order, and whether it is `THERE`; cells are missing where it is not.

    `rows` have one row per customer at most, under its number.
    """
    numbers = rows["customer_id"].to_numpy()
    places = np.full(customers, -1, np.int64)
    places[numbers] = np.arange(len(numbers))
    there = places >= 0
    found = rows.combine_chunks().take(pa.array(places, mask=~there))
    return found.set_column(found.column_names.index("customer_id"), THERE, pa.array(there))


def laid_over(rows: pa.Table, others: pa.Table) -> pa.Table:
    """Rows laid out, with those of others where these are there."""
    apart = others[THERE]
    cells = {name: pc.if_else(apart, others[name].cast(rows[name].type), rows[name]) for name in rows.column_names}
    return pa.table(cells)


def steps_of(column: pa.ChunkedArray, nothing: int) -> Integers:
    """Cells as integers: of the last digit, or as days and moments are counted; in place of missing ones `nothing`."""
    if pa.types.is_decimal(column.type):
        return whole_steps(column.fill_null(pa.scalar(nothing).cast(column.type)))
    whole = pa.int32() if pa.types.is_date32(column.type) else pa.int64()
    return np.asarray(column.combine_chunks().view(whole).cast(pa.int64()).fill_null(nothing))


def cells_of(steps: Integers, known: Mask, kind: pa.DataType) -> pa.Array:
    """The cells of a type that such integers stand for, missing where they are not known."""
    if not pa.types.is_decimal(kind):
        whole = pa.array(np.where(known, steps, 0), pa.int64(), mask=~known)
        return whole.cast(pa.int32()).view(kind) if pa.types.is_date32(kind) else whole.view(kind)
    halves = np.empty((len(steps), 2), np.int64)
    halves[:, 0], halves[:, 1] = steps, steps >> 63
    return pa.Array.from_buffers(kind, len(steps), [pa.array(known).buffers()[1], pa.py_buffer(halves)])
