"""Which way a source is read: in the child, where it lies, or here."""

from pathlib import Path
from typing import Any

import pyarrow as pa

from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.readers.child import running as child
from vitalfew.readers.child.answers import report_of
from vitalfew.readers.job import job_for
from vitalfew.readers.places import check_readable, kind_of
from vitalfew.readers.reading import Options, Reading, Source
from vitalfew.readers.rows.stage import mapped
from vitalfew.readers.sources import database, frames, lying
from vitalfew.readers.sources.folders import files_in
from vitalfew.schemas import TABLES


def read(
    source: Any, table: str, options: Options, work: Path, *, rates: pa.Table | None = None, careful: bool = False
) -> Reading:
    """See `vitalfew.readers.read`."""
    if database.is_address(source):
        return _database(source, table, options, work, rates)
    if isinstance(source, str | Path):
        return _paths(_files(Path(source)), table, options, work, rates, careful=careful)
    return _frame(_as_frame(source, table), table, options, work, rates, careful=careful)


def look(source: Any, table: str, options: Options, work: Path) -> dict[str, Any]:
    """See `vitalfew.readers.look`."""
    from vitalfew.readers.columns import look_at

    if isinstance(source, str | Path) and not database.is_address(source):
        paths = _files(Path(source))
        answer: dict[str, Any] = child.run(job_for("look", paths, table, options, work))["look"]
        return answer
    if database.is_address(source):
        return look_at(database.open_database(source), TABLES[table], options, database.public_name(source))
    frame = frames.as_arrow(_as_frame(source, table))
    return look_at(frames.records(frame), TABLES[table], options, frames.frame_name(source))


def _files(path: Path) -> tuple[Path, ...]:
    check_readable(path)
    return files_in(path) if path.is_dir() else (path,)


def _paths(
    paths: tuple[Path, ...], table: str, options: Options, work: Path, rates: pa.Table | None, *, careful: bool
) -> Reading:
    if kind_of(paths[0]) != "parquet" or options.untrusted:
        return _in_child(paths, table, options, work, rates)
    from vitalfew.readers.sources.files import damage_refused, read_files

    with damage_refused(paths):
        reading = None if careful else lying.where_it_lies(paths, TABLES[table], options)
    return reading or read_files(paths, table, options, work, rates)


def _in_child(paths: tuple[Path, ...], table: str, options: Options, work: Path, rates: pa.Table | None) -> Reading:
    """What comes back is checked as if a stranger had written it, for a hostile file may have taken the child."""
    job = job_for("read", paths, table, options, work, rates)
    answer = child.run(job)
    try:
        return Reading(mapped(job.rows, check=True), report_of(answer["report"], job.work))
    except (KeyError, TypeError, ValueError, ArithmeticError, OSError) as error:
        raise child.broken(job, type(error).__name__) from error


def _as_frame(source: Any, table: str) -> Any:
    if database.is_connection(source):
        return database.table_of_connection(source, table)
    if frames.is_frame(source):
        return source
    raise WrongUse(
        say("{kind} cannot be read as a table.", kind=frames.frame_name(source)),
        remedy=say("Give a path, the address of a database, or a data frame."),
    )


def _frame(source: Any, table: str, options: Options, work: Path, rates: pa.Table | None, *, careful: bool) -> Reading:
    from vitalfew.readers.assembly import gathered

    frame = frames.as_arrow(source)
    reading = None if careful else lying.laid_down(frame, frames.frame_name(source), TABLES[table], options, work)
    if reading is None:
        named = (Source(frames.frame_name(source), ""),)
        return gathered(frames.records(frame), TABLES[table], options, work, named, rates)
    return reading


def _database(address: str, table: str, options: Options, work: Path, rates: pa.Table | None) -> Reading:
    from vitalfew.readers.assembly import gathered

    named = (Source(database.public_name(address), ""),)
    return gathered(database.open_database(address), TABLES[table], options, work, named, rates)
