"""Cells as they are written into files that spreadsheets open."""

from __future__ import annotations

from typing import Protocol

import pyarrow as pa

from vitalfew.formulas import guarded


class Listed(Protocol):
    """What is written as rows: the graded customers of a run, or what is foreseen of them."""

    @property
    def rows(self) -> pa.Table:
        """The rows in their order."""


def neutral(table: pa.Table) -> pa.Table:
    """The table with every text cell that a spreadsheet would take for a formula led by an apostrophe."""
    for place, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            table = table.set_column(place, field.name, guarded(table.column(place)))
    return table
