"""Data frames and tables of other libraries: whatever speaks Arrow's C stream, read without a copy."""

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.cells.values_as_text import arrow_texts, as_text
from vitalfew.readers.reading import Block, Records

ROWS = 100_000
"""Rows in one block of text."""


def is_frame(source: object) -> bool:
    """Whether it is a data frame or table: pandas, Polars (lazy too), Arrow, DuckDB, Ibis."""
    return hasattr(source, "__arrow_c_stream__") or (_module(source) == "polars" and hasattr(source, "collect"))


def as_arrow(source: Any) -> pa.Table:
    """The frame as an Arrow table; buffers are shared where its owner allows. Columns must have one name each."""
    if not hasattr(source, "__arrow_c_stream__"):
        source = source.collect()
    pandas = _module(source) == "pandas"
    table = _from_pandas(source) if pandas else pa.RecordBatchReader.from_stream(source).read_all()
    twice = next((name for name in table.column_names if table.column_names.count(name) > 1), None)
    if twice is not None:
        raise Refusal(
            say("two columns have the same name: {name}.", name=twice),
            where=frame_name(source),
            remedy=say("Rename one of them."),
        )
    return table


def frame_name(source: object) -> str:
    """What a source without a name is called: pandas.DataFrame."""
    return f"{_module(source)}.{type(source).__name__}"


def records(frame: pa.Table) -> Records:
    """The frame as records of text."""
    shape: dict[str, str | int] = {"format": "frame", "numbers": "float"}
    return Records(tuple(frame.column_names), blocks(iter(frame.to_batches())), shape)


def blocks(batches: Iterator[pa.RecordBatch]) -> Iterator[Block]:
    """Record batches as text; row n stands on line n + 1, as under a header."""
    line = 2
    for batch in batches:
        for start in range(0, len(batch), ROWS):
            part = batch.slice(start, ROWS)
            lines = np.arange(line, line + len(part), dtype=np.int64)
            yield Block(tuple(arrow_texts(column) for column in part.columns), lines)
            line += len(part)


def _module(source: object) -> str:
    return type(source).__module__.partition(".")[0].lstrip("_")


def _from_pandas(frame: Any) -> pa.Table:
    """A pandas frame without its index; object columns of mixed values cell by cell as text."""
    names = [str(name) for name in frame.columns]
    columns = [_series(frame.iloc[:, place]) for place in range(len(names))]
    return pa.Table.from_arrays(columns, names=names)


def _series(series: Any) -> pa.Array | pa.ChunkedArray:
    try:
        return pa.array(series, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        is_missing = sys.modules["pandas"].isna
        return pa.array([None if is_missing(value) is True else as_text(value) for value in series], pa.string())
