"""What has a page of its own as a file, with its rejected rows: both whole, or as they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from vitalfew.languages import writing_files
from vitalfew.proof import Backtest
from vitalfew.report import foreseen
from vitalfew.report.page_model import Page
from vitalfew.report.writing import write_with_rejects
from vitalfew.warning import WalkForward
from vitalfew.weighing import Sensitivity

Paged = Backtest | WalkForward | Sensitivity


def page_of(found: Paged) -> Page:
    """The page in the current language. What was found the same gives the same page."""
    from vitalfew.report.looks import walked, weighed
    from vitalfew.report.proof import page_of as tested

    if isinstance(found, Backtest):
        return tested(found)
    return walked(found) if isinstance(found, WalkForward) else weighed(found)


def _write_page(found: Paged, path: Path) -> None:
    from vitalfew.report.page import render

    with writing_files():
        path.write_bytes(render(page_of(found)))


WRITERS: Mapping[str, Callable[[Any, Path], None]] = {**foreseen.WRITERS, ".html": _write_page}


def write(found: Paged, out: Path) -> None:
    """Write .csv, .xlsx, .parquet, .json or .html, the ending decides, and beside it what was rejected."""
    write_with_rejects(found, out, WRITERS)


def ready_for(out: Path | None) -> None:
    """Refuse before the work a report that cannot be drawn."""
    if out is not None and out.suffix.lower() == ".html":
        from vitalfew.report.page.sources import charts

        charts()
