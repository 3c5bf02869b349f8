"""The truth of the store: of each key the rows of the live import with the largest number count, and no others."""

from __future__ import annotations

from collections.abc import Collection

import ibis.expr.types as ir

from vitalfew.store.files import KEY, ROW


def winners(rows: ir.Table, lost: ir.Table | None, masked: Collection[int]) -> ir.Table:
    """The rows that count, of files of lines or of orders.

    `lost` are the (source, key, batch) that a later import beat (None: none did, and nothing is joined), `masked` the
    imports that were taken back and whose rows still stand in folded files.
    """
    if masked:
        rows = rows.filter(rows.row_batch.notin(sorted(masked)))
    return rows if lost is None else rows.anti_join(lost, list(ROW))


def losers(contested: ir.Table, undone: Collection[int]) -> ir.Table:
    """Of the keys that several imports hold every live holder but the last."""
    if undone:
        contested = contested.filter(contested.row_batch.notin(sorted(undone)))
    last = contested.group_by(KEY).aggregate(last=contested.row_batch.max())
    beaten = contested.join(last, list(KEY))
    return beaten.filter(beaten.row_batch < beaten["last"]).select(*ROW)
