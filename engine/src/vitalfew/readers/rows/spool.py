"""The text of a source put aside while its columns are surveyed, so that it can be read a second time.

Small sources stay in memory; larger ones go, compressed, to an unnamed temporary file that ends with
the process.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from tempfile import SpooledTemporaryFile

import numpy as np
import pyarrow as pa

from vitalfew.readers.reading import Block, Lines

_IN_MEMORY = 64 << 20


class Spool:
    """Blocks in the order in which they were put; to be closed after use (it is a context manager)."""

    def __init__(self, width: int) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed by __exit__
        self.names = [str(position) for position in range(width)]
        self._schema = pa.schema([("line", pa.int64()), *((name, pa.string()) for name in self.names)])
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        self._writer = pa.ipc.new_file(self._file, self._schema, options=options)
        self._first_lines: list[int] = []
        self._whole: list[int] = []

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, block: Block, only: Sequence[int] | None = None) -> None:
        """Put one more block aside to be read again, or `only` these of its columns, to be asked for at some lines.

        Rows that do not fit the header are not kept.
        """
        if not len(block.lines) or (only is not None and not only):
            return
        if only is None:
            self._whole.append(len(self._first_lines))
        columns = [
            column if only is None or place in only else pa.nulls(len(column), pa.string())
            for place, column in enumerate(block.columns)
        ]
        self._first_lines.append(int(block.lines[0]))
        self._writer.write(pa.record_batch([pa.array(block.lines), *columns], schema=self._schema))

    def blocks(self) -> Iterator[tuple[pa.RecordBatch, Lines]]:
        """The whole blocks again: their columns of text, and the lines their records begin on."""
        for number in self._whole:
            batch = self._reader.get_batch(number)
            yield batch.select(batch.schema.names[1:]), np.asarray(batch["line"])

    def at(self, lines: Lines) -> pa.Table:
        """The records that begin on these lines, in their order; the lines ascend."""
        blocks = np.searchsorted(np.array(self._first_lines, np.int64), lines, side="right") - 1
        parts = []
        for number in np.unique(blocks):
            batch = self._reader.get_batch(int(number))
            rows = np.searchsorted(np.asarray(batch["line"]), lines[blocks == number])
            parts.append(batch.select(batch.schema.names[1:]).take(pa.array(rows)))
        return pa.Table.from_batches(parts, pa.schema(list(self._schema)[1:]))

    @cached_property
    def _reader(self) -> pa.RecordBatchFileReader:
        self._writer.close()
        self._file.seek(0)
        return pa.ipc.open_file(self._file)
