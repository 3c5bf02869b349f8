"""What grading asks of whatever works its expressions out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends.duckdb import DuckDB


class Calculator(Protocol):
    """Tables are attached under names, and expressions over them are worked out. Two of them give the same rows.

    Raises `Unworkable` where the rows are not what their columns promise.
    """

    parts: tuple[str, ...]
    """The distributions that took part beside those of every run; a manifest names their versions."""

    def attach(self, name: str, table: pa.Table) -> ir.Table:
        """An Arrow table under a name."""

    def attach_parquet(
        self, name: str, paths: Iterable[Path], columns: Mapping[str, tuple[str, pa.DataType]]
    ) -> ir.Table:
        """Columns of Parquet files under their standard names and types, read where they lie."""

    def attach_files(self, name: str, paths: Iterable[Path]) -> ir.Table:
        """Parquet files as they are; a column that some of them lack is missing there."""

    def keep(self, name: str, expression: ir.Table) -> ir.Table:
        """The result of an expression under a name, worked out once."""

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression."""

    def in_order(self, expression: ir.Table, column: str) -> pa.Table:
        """The rows of an expression in order of a column without a missing cell; texts by their code points."""

    def row(self, expression: ir.Table) -> dict[str, Any]:
        """The one row of an expression."""

    def count(self, expression: ir.Table) -> int:
        """How many rows an expression has."""

    def close(self) -> None:
        """Give back what it holds."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


C = TypeVar("C", bound=Calculator)

Opening = Callable[[Iterable[Path], Path, Iterable[Path]], C]
"""Opens a calculator that may read some files and folders, and write into a folder for work under way."""


def in_process(calculator: Calculator) -> AbstractContextManager[DuckDB]:
    """The calculator where it works in this process, else one that does, for rows that have come here already."""
    return nullcontext(calculator) if isinstance(calculator, DuckDB) else DuckDB()
