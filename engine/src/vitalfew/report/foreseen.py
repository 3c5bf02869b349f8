"""What is foreseen or found of customers as a file, with its rejected rows: both whole, or as they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from vitalfew.languages import writing_files
from vitalfew.report.cells import Listed
from vitalfew.report.delimited import write_csv
from vitalfew.report.parquet import write_parquet
from vitalfew.report.records import write_json
from vitalfew.report.writing import Rejecting, write_with_rejects


class Found(Listed, Rejecting, Protocol):
    """Rows to be written, with what was rejected on the way to them."""


def _write_workbook(listed: Listed, path: Path) -> None:
    from vitalfew.report.workbook.writing import write_list

    with writing_files():
        write_list(listed, path)


WRITERS: Mapping[str, Callable[[Listed, Path], None]] = {
    ".csv": write_csv,
    ".xlsx": _write_workbook,
    ".parquet": write_parquet,
    ".json": write_json,
}


def write(found: Found, out: Path, manifest: Mapping[str, Any] | None = None) -> None:
    """Write .csv, .xlsx, .parquet or .json, the ending decides, and beside it what was rejected and the manifest, if any."""
    write_with_rejects(found, out, WRITERS, manifest)
