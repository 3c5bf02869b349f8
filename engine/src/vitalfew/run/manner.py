"""How files are taken into a store: in its currency, and with its own rates where none are given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.readers import read
from vitalfew.readers.reading import Options, ParquetFiles
from vitalfew.whole import passing_folder

if TYPE_CHECKING:
    from vitalfew.store import Store

RATES = "exchange_rates"


@dataclass(frozen=True)
class Manner:
    """How files are taken in: how they are read, the rates that turn their amounts, the key of orders, and when."""

    options: Options
    rates: pa.Table | None = None
    key: str | None = None
    at: datetime | None = None
    foreseen: bool = False
    """Whether it is only told what would be done."""
    memory: str | None = None
    """What the calculator may hold before it spills, as in "300MB"; without it as much as suits a machine of one's own."""


def manner_of(
    store: Store, options: Options, *, rates: Path | str | None, key: str | None, at: datetime | None
) -> Manner:
    """How files are taken into this store: in its currency where none is named, with the rates given or its own."""
    kept = store.snapshot() if store.versions() else None
    options = options if kept is None else replace(options, currency=options.currency or kept.currency)
    with passing_folder() as work:
        if rates is not None:
            rows = read(rates, RATES, options, work, careful=True).rows
            return Manner(options, rates_of(rows), key, at)
        if kept is None or RATES not in kept.tables:
            return Manner(options, None, key, at)
        with DuckDB([], work, [store.folder]) as database:
            return Manner(options, rates_of(database.fetch(kept.attach(database)[RATES])), key, at)


def rates_of(rows: pa.Table | ParquetFiles) -> pa.Table:
    """The columns of rates that turn amounts."""
    assert isinstance(rows, pa.Table), "rates are read cell by cell"
    return rows.select(["date", "currency", "rate"])


def newer_rates(known: pa.Table | None, rows: pa.Table) -> pa.Table:
    """Rates with further ones: of a currency and day the further one counts."""
    if known is None:
        return rows
    gone = known.join(rows, ["date", "currency"], join_type="left anti")
    return pa.concat_tables([gone.select(rows.column_names).cast(rows.schema), rows])
