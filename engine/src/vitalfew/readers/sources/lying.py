"""Typed columns read where they lie: Parquet files of the owner, and data frames laid down as one."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.readers.cells.currencies import digits_of
from vitalfew.readers.cells.values_as_text import arrow_texts
from vitalfew.readers.headers.recognise import Recognised, recognise
from vitalfew.readers.places import shown
from vitalfew.readers.reading import Options, ParquetFiles, Reading, Report, Source
from vitalfew.readers.sources import digests, parquet
from vitalfew.readers.sources.lanes import fast_types
from vitalfew.schemas import FactTable

_SAMPLE = 1_000


def where_it_lies(paths: tuple[Path, ...], table: FactTable, options: Options) -> Reading | None:
    """The files with the columns that fit, or None where their types need careful reading.

    Only the schemas and some first rows are read here; whether every value may be used as it is, the run asks.
    """
    schema = parquet.schema(paths[0])
    if any(not parquet.schema(path).equals(schema) for path in paths[1:]):
        return None
    found = recognise(schema.names, _sample(paths[0], schema, table), table, options, shown(paths[0]))
    columns = fast_types(schema, _headers(found), table, digits_of(options.currency))
    if columns is None:
        return None
    sources = tuple(Source(shown(path), digests.of_file(path)) for path in paths)
    return _reading(paths, found, columns, table, sources, sum(map(parquet.count, paths)))


def _sample(path: Path, schema: pa.Schema, table: FactTable) -> list[list[str | None]]:
    """Some first values of each column, as text; none where all bear standard names and nothing is to be guessed."""
    known = all(name in table for name in schema.names)
    first = None if known else next(islice(parquet.batches(path, rows=_SAMPLE), 1), None)
    return [arrow_texts(column).to_pylist() for column in first.columns] if first else [[] for _ in schema.names]


def laid_down(frame: pa.Table, name: str, table: FactTable, options: Options, work: Path) -> Reading | None:
    """A frame whose columns fit, written down uncompressed to be read like a file; None where it needs care."""
    sample = [arrow_texts(column).to_pylist() for column in frame.slice(0, _SAMPLE).combine_chunks().columns]
    found = recognise(frame.column_names, sample, table, options, name)
    columns = fast_types(frame.schema, _headers(found), table, digits_of(options.currency))
    if columns is None:
        return None
    path = work / f"{table.name}.parquet"
    pq.write_table(frame.select([source for source, _ in columns.values()]), path, compression="none")
    source = Source(name, digests.of_rows(frame))
    return _reading((path,), found, columns, table, (source,), len(frame))


def _headers(found: Recognised) -> dict[str, str]:
    places = {**found.columns, **found.others}
    return {name: found.header[place] for name, place in places.items()}


def _reading(
    paths: tuple[Path, ...],
    found: Recognised,
    columns: Mapping[str, tuple[str, pa.DataType]],
    table: FactTable,
    sources: tuple[Source, ...],
    rows: int,
) -> Reading:
    report = Report(
        table=table.name,
        sources=sources,
        columns={name: found.header_of(name) for name in found.columns},
        rows=rows,
        accepted=rows,
        shape={"format": "parquet"},
        notes=found.notes,
    )
    return Reading(ParquetFiles(paths, columns), report)
