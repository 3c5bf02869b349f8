"""What is being done, on standard error and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vitalfew.cli.streams import inert
from vitalfew.languages import say

UNITS = ("B", "kB", "MB", "GB", "TB")


@contextmanager
def working(task: str, files: Iterable[Path] = ()) -> Iterator[None]:
    """A line with the task, the size of its files, the rows read so far and the seconds gone by; gone at the end."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from vitalfew.readers.counting import listening

    console = Console(stderr=True, markup=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    doing = inert(f"{task} {size_of(files)}".strip())
    rows: dict[str, int] = {}
    with Progress(*columns, console=console, transient=True) as progress:
        line = progress.add_task(doing, total=None)

        def heard(table: str, count: int) -> None:
            rows[table] = count
            progress.update(line, description=f"{doing} {rows_read(sum(rows.values()))}")

        with listening(heard):
            yield


def rows_read(count: int) -> str:
    """How many rows have been read so far."""
    return say("{count:,} rows read", count=count)


def size_of(files: Iterable[Path]) -> str:
    """How many files there are and how large they are together, in brackets; empty where there are none."""
    sizes = [path.stat().st_size for path in files if path.is_file()]
    total, unit = float(sum(sizes)), 0
    while total >= 1000 and unit < len(UNITS) - 1:
        total, unit = total / 1000, unit + 1
    return say("({n} files, {size})", n=len(sizes), size=f"{total:.3g} {UNITS[unit]}") if sizes else ""
