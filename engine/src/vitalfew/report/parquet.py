"""Parquet: the rows of OUT with their exact types."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from vitalfew.run import Result


def write_parquet(result: Result, path: Path) -> None:
    """The rows of OUT as Parquet; missing is null, money is decimal."""
    pq.write_table(result.rows.replace_schema_metadata(None), path, compression="zstd")
