"""A backtest as a file, with its rejected rows: both whole, or as they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from vitalfew.languages import writing_files
from vitalfew.proof import Backtest
from vitalfew.report import foreseen
from vitalfew.report.writing import write_with_rejects


def _write_page(found: Backtest, path: Path) -> None:
    from vitalfew.report.page import render
    from vitalfew.report.proof import page_of

    with writing_files():
        path.write_bytes(render(page_of(found)))


WRITERS: Mapping[str, Callable[[Backtest, Path], None]] = {**foreseen.WRITERS, ".html": _write_page}


def write(found: Backtest, out: Path) -> None:
    """Write .csv, .xlsx, .parquet, .json or .html, the ending decides, and beside it what was rejected."""
    write_with_rejects(found, out, WRITERS)


def ready_for(out: Path | None) -> None:
    """Refuse before the work a report that cannot be drawn."""
    if out is not None and out.suffix.lower() == ".html":
        from vitalfew.report.page.sources import charts

        charts()
