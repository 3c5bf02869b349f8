"""The rows that count at a version, read from the files of its state."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import ibis.expr.types as ir

from vitalfew.backends import Calculator
from vitalfew.store.files import CONTESTED, LINE, of_kind, read
from vitalfew.store.live import losers, winners
from vitalfew.store.state import State
from vitalfew.store.tables import DataFile


def counting(
    database: Calculator, folder: Path, state: State, table: str, files: Collection[DataFile] | None = None
) -> ir.Table | None:
    """The rows of a table that count; of some of its files of lines or orders, else of all of lines. None: no file."""
    lying = of_kind(state.of(table), LINE) if files is None else files
    if not lying:
        return None
    lost = beaten(database, folder, state, table)
    return winners(read(database, folder / table, lying), lost, state.masked(table))


def beaten(database: Calculator, folder: Path, state: State, table: str) -> ir.Table | None:
    """What a later live import replaced in the files of lines and orders, worked out once; None: nothing contested."""
    contested = of_kind(state.of(table), CONTESTED)
    if not contested:
        return None
    name = f"store {table} lost {state.version} {len(state.entries)}"
    return database.keep(name, losers(read(database, folder / table, contested), state.undone))
