"""Where the files of an import lie: in a folder of their own, under a name that nobody can guess."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from vitalfew_web.facts.models import ImportBatch

PART = 65_536
"""Rows that are written at once."""


def room() -> Path:
    """The folder of all imports."""
    return Path(settings.DATA) / "imports"


def folder_of(batch: ImportBatch) -> Path:
    """The folder of one."""
    return room() / batch.place


def files_of(batch: ImportBatch) -> Path:
    """What is read: the file, or the folder where there are several."""
    folder = folder_of(batch) / "files"
    kept = sorted(folder.iterdir()) if folder.is_dir() else []
    return kept[0] if len(kept) == 1 else folder


def rejects_of(batch: ImportBatch) -> Path:
    """The rejected rows, as the same file with the reasons before them."""
    return folder_of(batch) / "rejects.csv"


def stage(batch: ImportBatch, rows: pa.Table) -> None:
    """Lay typed rows down, whole or not at all."""
    part, target = folder_of(batch) / "stage.part", folder_of(batch) / "stage.parquet"
    with pq.ParquetWriter(part, rows.schema) as writer:
        for piece in rows.to_batches(max_chunksize=PART):
            writer.write_batch(piece)
    part.replace(target)


def staged(batch: ImportBatch, columns: Sequence[str]) -> pa.Table:
    """Some columns of the typed rows that the dry run laid down, as far as they are there."""
    file = pq.ParquetFile(folder_of(batch) / "stage.parquet")
    return file.read(columns=[name for name in columns if name in file.schema_arrow.names])


def staged_rows(batch: ImportBatch) -> Iterator[pa.Table]:
    """The typed rows, part by part."""
    file = pq.ParquetFile(folder_of(batch) / "stage.parquet")
    for piece in file.iter_batches(batch_size=PART):
        yield pa.Table.from_batches([piece])


def laid_down(batch: ImportBatch, parts: Iterable[pa.Table]) -> Path | None:
    """Rows as they go into the facts, written part by part; None where there is none."""
    target, writer = folder_of(batch) / "facts.parquet", None
    try:
        for part in parts:
            writer = writer or pq.ParquetWriter(target, part.schema)
            writer.write_table(part)
    finally:
        if writer:
            writer.close()
    return target if writer and pq.ParquetFile(target).metadata.num_rows else None


def clear(batch: ImportBatch, *, rejects_too: bool) -> None:
    """Remove what came and what was laid down; it is among the facts by now, or never will be."""
    folder = folder_of(batch)
    shutil.rmtree(folder / "files", ignore_errors=True)
    for name in ("stage.parquet", "facts.parquet", "cards.json"):
        (folder / name).unlink(missing_ok=True)
    if rejects_too:
        shutil.rmtree(folder, ignore_errors=True)
