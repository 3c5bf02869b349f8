"""Parquet files: their schema and rows; damaged ones are refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.errors import Refusal
from vitalfew.languages import say


def schema(path: Path) -> pa.Schema:
    """The columns of a file, from its foot."""
    with _open(path) as file:
        return file.schema_arrow


def count(path: Path) -> int:
    """Rows of a file, from its foot."""
    with _open(path) as file:
        return int(file.metadata.num_rows)


def batches(path: Path, columns: list[str] | None = None, rows: int = 100_000) -> Iterator[pa.RecordBatch]:
    """The rows, a batch at a time."""
    with _open(path) as file:
        for batch in file.iter_batches(batch_size=rows, columns=columns, use_threads=False):
            batch.validate(full=True)
            yield batch


@contextmanager
def _open(path: Path) -> Iterator[pq.ParquetFile]:
    try:
        with pq.ParquetFile(path, memory_map=True, page_checksum_verification=True) as file:
            yield file
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refusal(
            say("the Parquet file is damaged or was not copied to its end."),
            where=path.name,
            remedy=say("Copy it again, or write it anew."),
        ) from error
