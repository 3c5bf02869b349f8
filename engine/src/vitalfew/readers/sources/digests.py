"""Fingerprints of what was read: sha256 of a file's bytes, or of rows that never were a file."""

import hashlib
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def of_file(path: Path) -> str:
    """sha256 of the bytes, streamed."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_rows(table: pa.Table) -> str:
    """sha256 of the rows in their order: the same however the columns are cut into chunks."""
    digest = hashlib.sha256()
    for name in sorted(table.column_names):
        digest.update(f"{name}\0{table.schema.field(name).type}\0{len(table)}\0".encode())
        digest.update(_of_column(table[name]))
    return digest.hexdigest()


def _of_column(column: pa.ChunkedArray) -> bytes:
    """Where it is missing, how long each text is, and the texts themselves, each hashed on its own."""
    missing, lengths, values = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()
    for chunk in column.chunks:
        missing.update(pc.is_null(chunk).cast(pa.uint8()).to_numpy())
        text = pc.fill_null(chunk.cast(pa.string()), "")
        lengths.update(pc.binary_length(text).to_numpy())
        values.update(_bytes(text))
    return missing.digest() + lengths.digest() + values.digest()


def _bytes(text: pa.StringArray) -> memoryview:
    """The characters of an array, without those of the array that it is a slice of."""
    _, offsets, characters = text.buffers()
    if not len(text) or characters is None:
        return memoryview(b"")
    places = np.frombuffer(offsets, np.int32)[text.offset : text.offset + len(text) + 1]
    return memoryview(characters)[places[0] : places[-1]]
