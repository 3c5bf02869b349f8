"""Parquet: the rows of OUT with their exact types."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from vitalfew.report.cells import Listed


def write_parquet(result: Listed, path: Path) -> None:
    """The rows of OUT as Parquet; missing is null, money is decimal."""
    pq.write_table(result.rows.replace_schema_metadata(None), path, compression="zstd")
