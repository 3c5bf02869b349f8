"""Rejected rows: their files, and the line on standard error that other programs read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from vitalfew.cli.streams import complain
from vitalfew.readers.reading import Report
from vitalfew.report.writing import rejects_path, write_rejects
from vitalfew.run import TooManyRejects


@contextmanager
def telling_of_rejects(out: Path) -> Iterator[None]:
    """Where too many rows are rejected, their file is written and named before the refusal goes on."""
    try:
        yield
    except TooManyRejects as refusal:
        table = refusal.report.table
        files = write_rejects({table: refusal.files[table]}, out) if table in refusal.files else {}
        tell({table: refusal.report.rejected}, files)
        raise


def tell_of(rejects: Mapping[str, bytes], reports: Mapping[str, Report], out: Path | None, name: Path) -> None:
    """Name the files of rejected rows: those beside OUT; without one they are written now, named after `name`."""
    if out is not None:
        files = {table: rejects_path(out, table) for table in rejects}
    else:
        files = write_rejects(rejects, name) if rejects else {}
    tell({table: reports[table].rejected for table in files}, files)


def tell(counts: Mapping[str, int], files: Mapping[str, Path]) -> None:
    """One line a file, in English and with bare digits in every language: the contract fixes it."""
    for table, file in files.items():
        complain(f"{counts[table]} rows rejected → {file}")
