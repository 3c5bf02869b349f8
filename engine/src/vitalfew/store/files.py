"""What the files of a fact table hold, and how they are written and read.

Every file of rows has the table's own columns and `row_source`, `row_key`, `row_batch`: which order of which source
the row belongs to (other tables: which thing, see `keys.py`), and the import that brought it. Kinds:

line       the rows; those of one import, or folded ones of several (`batch` None, or `CONDENSED`)
contested  (source, key, batch) of every key that more than one import holds in files of lines
replaced   folded rows that lost against a later import; an undo writes them back
order      orders only: one row for each order of the files of lines marked `CONDENSED`
customer   orders only: one row for each customer, what all orders of a compaction come to
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import Calculator, DuckDB
from vitalfew.schemas import TABLES
from vitalfew.store.durable import scratch, settle, sync
from vitalfew.store.tables import PARTS, DataFile

LINE, CONTESTED, REPLACED, ORDER, CUSTOMER = "line", "contested", "replaced", "order", "customer"

CONDENSED = 0
"""Batch of folded lines whose orders stand in files of orders too."""

KEY = ("row_source", "row_key")
ROW = (*KEY, "row_batch")
ROW_TYPES = {"row_source": pa.string(), "row_key": pa.string(), "row_batch": pa.int64()}
_MOMENT = TABLES["orders"]["moment"].kind.arrow()
_ORDER_TYPES = {"digest": pa.float64(), "valid_orders": pa.int64()}
_ORDER_TYPES |= dict.fromkeys(("last_valid", "first_moment", "last_moment"), _MOMENT)
_PART_TYPES = dict(zip(PARTS, (pa.string(), pa.int64()), strict=True))


def fact_columns(table: str, digits: int, further: Iterable[str] = ()) -> dict[str, pa.DataType]:
    """The columns of a table of facts with their stored types; customers may have further ones, of text."""
    further = further if table == "customers" else ()
    known = {column.name: column.kind.arrow(digits) for column in TABLES[table].columns}
    taken = {name.lower() for name in (*known, *ROW_TYPES, *_PART_TYPES)}
    return known | {name: pa.string() for name in further if name.lower() not in taken}


def delta_columns(table: str, digits: int) -> pa.Schema:
    """All columns that any file of the table has, and those of its partitions."""
    order = {"spent": TABLES["orders"]["amount"].kind.arrow(digits), **_ORDER_TYPES} if table == "orders" else {}
    return pa.schema(list((fact_columns(table, digits) | ROW_TYPES | order | _PART_TYPES).items()))


def sorted_by(table: str) -> tuple[str, ...]:
    """Rows of one customer lie together, in time: what reads them by customer reads little."""
    facts = TABLES[table]
    known = [name for name in ("customer_id", facts.dated_by) if name and name in facts]
    return (*known, "row_key")


def of_kind(files: Iterable[DataFile], kind: str) -> list[DataFile]:
    """The files of one kind, always in the same order."""
    return sorted((file for file in files if file.kind == kind), key=lambda file: file.path)


def loose(files: Iterable[DataFile]) -> list[DataFile]:
    """The files of lines whose orders stand in no file of orders."""
    return [file for file in of_kind(files, LINE) if file.batch != CONDENSED]


def key_files(files: Iterable[DataFile]) -> list[list[DataFile]]:
    """The files, by kind, that name every key with its holder in the fewest rows."""
    files = list(files)
    orders = of_kind(files, ORDER)
    return [found for found in (orders, loose(files) if orders else of_kind(files, LINE)) if found]


def read(database: Calculator, folder: Path, files: Iterable[DataFile]) -> ir.Table:
    """Files of one kind of a table as one table, read where they lie."""
    paths = sorted(folder / file.path for file in files)
    named = hashlib.sha256("\n".join(map(str, paths)).encode()).hexdigest()[:16]
    return database.attach_files(f"{folder.name} {named}", paths)


def with_columns(rows: ir.Table, columns: Mapping[str, pa.DataType]) -> ir.Table:
    """The rows with exactly these columns: of the stored type, missing where they have none."""
    types = {name: ibis.dtype(kind) for name, kind in columns.items()}
    cells = {name: rows[name].cast(kind) if name in rows.columns else ibis.null(kind) for name, kind in types.items()}
    return rows.select(**cells)


def numbered(batch: int) -> ir.Value:
    """The number of an import as it is stored; a bare literal would be written in fewer bits."""
    return ibis.literal(batch, "int32").cast("int64")


class Writer:
    """Writes files of a table under the name of their content; they count once a commit names them."""

    def __init__(self, database: DuckDB, store: Path, table: str) -> None:
        self._database = database
        self._store = store
        self._table = table

    def write(
        self, rows: ir.Table, kind: str, batch: int | None = None, order_by: tuple[str, ...] | None = None
    ) -> list[DataFile]:
        """One file of these rows, or none where there are none; sorted as the table is unless told otherwise."""
        with scratch(self._store) as work:
            path = Path(work) / "rows"
            count = self._database.write_parquet(rows, path, sorted_by(self._table) if order_by is None else order_by)
            return [self.take(path, count, kind, batch)] if count else []

    def take(self, path: Path, count: int, kind: str, batch: int | None = None) -> DataFile:
        """A finished file with that many rows becomes one of the table's."""
        folder = self._store / self._table
        folder.mkdir(parents=True, exist_ok=True)
        place = settle(path, folder, kind, *([] if batch is None else [batch]))
        sync(folder)
        return DataFile(place.name, place.stat().st_size, count, kind, batch)
