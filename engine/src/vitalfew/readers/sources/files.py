"""Files opened as text: in the child process, or where Parquet needs careful reading, in the caller's."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pyarrow as pa

from vitalfew.readers.assembly import gathered
from vitalfew.readers.job import Job
from vitalfew.readers.places import kind_of, shown, unreadable
from vitalfew.readers.reading import Options, Reading, Records, Report, Source
from vitalfew.readers.rows.passes import ReadAgain
from vitalfew.readers.sources import digests
from vitalfew.readers.sources.folders import chained
from vitalfew.schemas import TABLES, FactTable


def open_file(path: Path, table: FactTable, options: Options) -> Records:
    """Any file as records of text, by its content."""
    kind = kind_of(path)
    if kind == "text":
        from vitalfew.readers.text.records import open_text

        return open_text(path, options, table)
    if kind == "parquet":
        return open_parquet(path)
    from vitalfew.readers.workbooks.worksheets import open_workbook

    return open_workbook(path, kind, table, options)


def open_parquet(path: Path) -> Records:
    """A Parquet file as records of text; row n stands on line n + 1."""
    from vitalfew.readers.sources import frames, parquet

    header = tuple(parquet.schema(path).names)
    shape: dict[str, str | int] = {"format": "parquet", "numbers": "float"}
    return Records(header, frames.blocks(parquet.batches(path)), shape)


def open_files(paths: tuple[Path, ...], table: FactTable, options: Options) -> Records:
    """Files of a folder as one."""
    return chained([shown(path) for path in paths], [partial(open_file, path, table, options) for path in paths])


def sources_of(paths: tuple[Path, ...]) -> tuple[Source, ...]:
    """Names and fingerprints of files."""
    return tuple(Source(shown(path), digests.of_file(path)) for path in paths)


def read_files(
    paths: tuple[Path, ...],
    table: str,
    options: Options,
    work: Path,
    rates: pa.Table | None,
    path: Path | None = None,
) -> Reading:
    """Read files in this process, cell by cell where they need it; rows are left in `path` where that is given."""
    sources = sources_of(paths)

    def read(*, at_once: bool) -> Reading:
        records = open_files(paths, TABLES[table], options)
        return gathered(records, TABLES[table], options, work, sources, rates, path=path, at_once=at_once)

    with damage_refused(paths):
        with suppress(ReadAgain):
            return read(at_once=True)
        return read(at_once=False)


@contextmanager
def damage_refused(paths: tuple[Path, ...]) -> Iterator[None]:
    """Content that Arrow finds invalid (a time zone that does not exist, a page that is cut) refuses the file."""
    try:
        yield
    except pa.ArrowInvalid as error:
        raise unreadable(paths[0] if len(paths) == 1 else paths[0].parent, error) from error


def read_job(job: Job) -> Report:
    """What the child does: read, and leave the rows in the work folder."""
    return read_files(job.paths, job.table, job.options, job.work, job.rates, job.rows).report
