"""Rejected rows, each with the repair that suggests itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Table
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.rules import guess
from vitalfew_web.facts.services.columns import ONE_OF
from vitalfew_web.facts.services.mending import Rejected, rejected_rows

SHOWN = 100
"""Rejected rows that a page shows; the file has all of them."""


@dataclass(frozen=True)
class Faulty:
    """A rejected row with what can be done: `guess` is a cell that may be meant, `alike` in how many rows the same is wrong,
    `mend` what shall be read instead (None where nothing was decided).
    """

    row: Rejected
    guess: str
    alike: int
    mend: str | None
    can_be_mended: bool
    can_be_empty: bool


def faulty_rows(batch: ImportBatch) -> list[Faulty]:
    """The first rejected rows of an import at its dry run; none of an address book, whose cards are told otherwise."""
    if batch.table == Table.CONTACTS:
        return []
    rows = rejected_rows(batch)
    alike = Counter(row.fault for row in rows)
    kinds = gateways.kinds_of(batch.table)
    needed = {name for name, _meaning, required in gateways.fields_of(batch.table) if required}
    may_be_empty = set(kinds) - needed - set(ONE_OF.get(batch.table, ()))
    return [_faulty(batch, row, alike[row.fault], kinds, may_be_empty) for row in rows[:SHOWN]]


def _faulty(
    batch: ImportBatch, row: Rejected, alike: int, kinds: Mapping[str, str], may_be_empty: Collection[str]
) -> Faulty:
    name, cell = batch.mapping.get(row.column, ""), gateways.unguarded(row.value)
    mend, read = (cells.get(row.line, {}).get(row.column) for cells in (batch.mends, batch.checked.get("mends", {})))
    return Faulty(
        row,
        guess(kinds.get(name, ""), cell, name=name, currency=batch.currency),
        alike,
        None if mend == read else mend,
        can_be_mended=row.column in batch.mapping,
        can_be_empty=bool(cell) and name in may_be_empty,
    )
