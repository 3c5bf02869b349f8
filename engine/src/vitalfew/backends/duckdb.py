"""DuckDB in the process: a calculator in memory that reaches nothing it was not given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc


class Unworkable(Exception):
    """The rows are not what their columns promise: a value that does not fit its type, a damaged page."""


@lru_cache(maxsize=64)
def _written(wanted: Any) -> str:
    """An expression as a statement. Putting a long one into words takes as long as running it on 100,000 customers.

    It is unbound, so that what is remembered here holds no connection.
    """
    return str(ibis.to_sql(wanted.to_expr(), dialect="duckdb"))


@contextmanager
def _promised() -> Iterator[None]:
    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.InterruptException):
        raise
    except duckdb.Error as problem:
        raise Unworkable(str(problem).splitlines()[0]) from None


class DuckDB:
    """One connection in memory. It may read the files it is given, read and write in `folders`, and spill into `work`.

    `memory` is what it may hold before it spills, as in "2GB"; without it three gigabytes where it can spill, else most
    of the machine's. `threads` are as many as there are cores unless told otherwise: a small question is answered
    soonest by one.
    """

    parts: tuple[str, ...] = ()

    def __init__(
        self,
        files: Iterable[Path] = (),
        work: Path | None = None,
        folders: Iterable[Path] = (),
        *,
        memory: str | None = None,
        threads: int | None = None,
    ) -> None:
        self._ibis = ibis.duckdb.connect()
        self.raw = self._ibis.con
        if memory is None and work is not None:
            memory = _spilling_from()
        for setting, value in (("memory_limit", memory), ("threads", threads)):
            if value is not None:
                self.raw.execute(f"SET {setting} = ?", [value])
        self._lock(files, work, folders)

    def _lock(self, files: Iterable[Path], work: Path | None, folders: Iterable[Path]) -> None:
        if work is not None:
            self.raw.execute("SET temp_directory = ?", [str(work)])
        self.raw.execute("SET allowed_paths = ?", [_resolved(files)])
        self.raw.execute("SET allowed_directories = ?", [_resolved(folders)])
        self.raw.execute("SET TimeZone = 'UTC'")
        self.raw.execute("SET enable_external_access = false")
        self.raw.execute("SET lock_configuration = true")

    def attach(self, name: str, table: pa.Table) -> ir.Table:
        """An Arrow table under a name, without a copy."""
        self.raw.register(name, table)
        return self._ibis.table(name)

    def attach_parquet(
        self, name: str, paths: Iterable[Path], columns: Mapping[str, tuple[str, pa.DataType]]
    ) -> ir.Table:
        """Columns of Parquet files under their standard names and types, read where they lie."""
        files = ", ".join(_quoted(str(path.resolve()), "'") for path in paths)
        cells = ", ".join(
            f"CAST({_quoted(source)} AS {_sql_type(kind)}) AS {_quoted(standard)}"
            for standard, (source, kind) in columns.items()
        )
        # Names and paths are quoted; the paths are the owner's own.
        self.raw.execute(f"CREATE VIEW {_quoted(name)} AS SELECT {cells} FROM read_parquet([{files}])")  # noqa: S608
        return self._ibis.table(name)

    def attach_files(self, name: str, paths: Iterable[Path]) -> ir.Table:
        """Parquet files as they are; a column that some of them lack is missing there."""
        files = ", ".join(_quoted(str(path.resolve()), "'") for path in paths)
        rows = f"SELECT * FROM read_parquet([{files}], union_by_name = true, hive_partitioning = false)"  # noqa: S608
        with _promised():
            self.raw.execute(f"CREATE OR REPLACE VIEW {_quoted(name)} AS {rows}")
        return self._ibis.table(name)

    def write_parquet(self, expression: ir.Table, path: Path, order_by: Sequence[str] = ()) -> int:
        """Write the rows of an expression to a Parquet file, in this order; how many there were.

        Raises OSError where the disk takes no more, Unworkable where the rows cannot be read.
        """
        ordered = expression.order_by(*order_by) if order_by else expression
        target = f"TO {_quoted(str(path.resolve()), chr(39))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
        with _promised():
            try:
                written = self.raw.execute(f"COPY ({self.sql(ordered)}) {target}").fetchone()
            except duckdb.IOException as problem:
                if "write" in str(problem):
                    raise OSError(str(problem).splitlines()[0]) from None
                raise
        return int(written[0]) if written else 0

    def keep(self, name: str, expression: ir.Table) -> ir.Table:
        """The result of an expression as a table in memory, worked out once."""
        with _promised():
            self.raw.execute(f"CREATE OR REPLACE TEMP TABLE {_quoted(name)} AS {self.sql(expression)}")
        return self._ibis.table(name, database=("temp", "main"))

    def taken(self, name: str, expression: ir.Table) -> pa.Table:
        """The rows of an expression over what is kept under a name, which is given up with that."""
        rows = self.fetch(expression)
        self.raw.execute(f"DROP TABLE {_quoted(name)}")
        return rows

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression."""
        with _promised():
            return self.raw.execute(self.sql(expression)).to_arrow_table()

    def in_order(self, expression: ir.Table, column: str) -> pa.Table:
        """The rows of an expression in order of a column without a missing cell.

        What is worked out row by row from rows in order keeps it, and a look costs less than a sort; groups have none.
        """
        if expression.op().find(ops.Aggregate):
            return self.fetch(expression.order_by(column))
        rows = self.fetch(expression)
        return rows if _rises(rows[column]) else self.fetch(self.attach("rows out of order", rows).order_by(column))

    def row(self, expression: ir.Table) -> dict[str, Any]:
        """The one row of an expression."""
        rows: list[dict[str, Any]] = self.fetch(expression).to_pylist()
        return rows[0]

    def count(self, expression: ir.Table) -> int:
        """How many rows an expression has."""
        return int(self.row(expression.aggregate(n=expression.count()))["n"])

    def sql(self, expression: ir.Table) -> str:
        """What would run."""
        return _written(expression.unbind().op())

    def close(self) -> None:
        """Give the memory back."""
        self._ibis.disconnect()

    def __enter__(self) -> DuckDB:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _rises(column: pa.ChunkedArray) -> bool:
    """Whether no cell is smaller than the one before it."""
    cells = column.combine_chunks()
    return bool(pc.all(pc.less_equal(cells[:-1], cells[1:])).as_py() is not False)


def _resolved(paths: Iterable[Path]) -> list[str]:
    return [str(path.resolve()) for path in paths]


def _spilling_from() -> str | None:
    """Three gigabytes: sorts and joins of 10⁸ lines spill the rest. None on machines that have hardly more."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return "3GB" if memory > 4 << 30 else None


def _quoted(text: str, mark: str = '"') -> str:
    return mark + text.replace(mark, mark * 2) + mark


def _sql_type(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision}, {kind.scale})"
    names = {
        "string": "VARCHAR",
        "int64": "BIGINT",
        "bool": "BOOLEAN",
        "timestamp[us]": "TIMESTAMP",
        "date32[day]": "DATE",
    }
    return names[str(kind)]
