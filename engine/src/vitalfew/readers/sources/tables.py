"""What a database holds, and one of its tables as a text file that is read like any other."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vitalfew.readers.sources.connecting import engine_of, sqlalchemy_or_refusal, unreachable, url_of
from vitalfew.readers.sources.database import open_database

if TYPE_CHECKING:
    import sqlalchemy as sa

OF_THE_SERVER = (
    "information_schema",
    "pg_catalog",
    "pg_toast",
    "mysql",
    "performance_schema",
    "sys",
    "INFORMATION_SCHEMA",
)
"""Schemas that are not the company's own."""


def tables_in(address: str) -> list[str]:
    """Tables and views that the account of an address (without a table) is shown, those of another schema as schema.table.

    Raises Refusal in words where the database does not answer.
    """
    sqlalchemy, url = sqlalchemy_or_refusal(), url_of(address)
    engine = engine_of(url)
    try:
        with engine.connect() as connection:
            return _shown(sqlalchemy.inspect(connection))
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise unreachable(url, error) from error
    finally:
        engine.dispose()


def _shown(inspector: sa.Inspector) -> list[str]:
    own = inspector.default_schema_name
    others = [name for name in inspector.get_schema_names() if name not in (own, *OF_THE_SERVER)]
    further = [f"{schema}.{name}" for schema in sorted(others) for name in _names(inspector, schema)]
    return _names(inspector, None) + further


def _names(inspector: sa.Inspector, schema: str | None) -> list[str]:
    return sorted({*inspector.get_table_names(schema), *inspector.get_view_names(schema)})


def as_text_file(address: str, table: str, target: Path, heard: Callable[[int], None]) -> int:
    """Write all rows of a table as CSV in UTF-8 with its header, and give their number; `heard` is told of each
    block that is written.

    Cells are the text a person would have typed, a missing one is empty. What `heard` raises ends it.
    """
    records, rows = open_database(f"{address}#{table}"), 0
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(records.header)
        for block in records.blocks:
            writer.writerows(zip(*(column.to_pylist() for column in block.columns), strict=True))
            rows += len(block.lines)
            file.flush()
            heard(rows)
    return rows
