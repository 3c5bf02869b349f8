"""Who holds a key already: each import that has rows of it in the files of lines, with a digest of these rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.store import keys
from vitalfew.store.files import LINE, ORDER, ROW_TYPES, loose, of_kind, read, with_columns
from vitalfew.store.records import Entry
from vitalfew.store.state import COMPACT, State

HELD = ("row_key", "row_batch", "digest")


def holders(
    database: DuckDB,
    folder: Path,
    state: State,
    entry: Entry,
    brought: ir.Table,
    content: Mapping[str, pa.DataType],
) -> ir.Table | None:
    """(key, batch, digest) of every import that holds one of the keys brought; None where the source is new.

    Where a compaction wrote digests of orders in the same way of hashing, the rows behind them are not read.
    """
    assert entry.table is not None, "an import is of a table"
    if not any((old.table, old.source) == (entry.table, entry.source) for old in state.batches.values()):
        return None
    files = state.of(entry.table)
    orders = of_kind(files, ORDER) if _hashed(state) == entry.hashing else []
    lines = loose(files) if orders else of_kind(files, LINE)
    parts = []
    if orders:
        parts.append(_held(read(database, folder / entry.table, orders), entry, brought).select(*HELD))
    if lines:
        rows = with_columns(read(database, folder / entry.table, lines), {**content, **ROW_TYPES})
        rows = _held(rows, entry, brought)
        digest = keys.summed(keys.row_hash(rows, content))
        parts.append(rows.group_by("row_key", "row_batch").aggregate(digest=digest).select(*HELD))
    return reduce(ir.Table.union, parts) if parts else None


def _held(rows: ir.Table, entry: Entry, brought: ir.Table) -> ir.Table:
    return rows.filter(rows.row_source == entry.source).semi_join(brought, "row_key")


def _hashed(state: State) -> str | None:
    """The way of hashing in which the last compaction wrote the digests of orders."""
    return next((entry.hashing for entry in reversed(state.entries) if entry.op == COMPACT), None)
