"""What is foreseen of customers as a file, with its rejected rows and its manifest: whole, or as they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from vitalfew.languages import writing_files
from vitalfew.lifetime import Lifetimes
from vitalfew.report.cells import Listed
from vitalfew.report.delimited import write_csv
from vitalfew.report.parquet import write_parquet
from vitalfew.report.records import write_json
from vitalfew.report.writing import rejects_path, remove_old_rejects, write_manifest
from vitalfew.whole import refusing, staged


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


def write(found: Lifetimes, out: Path) -> None:
    """Write .csv, .xlsx, .parquet or .json, the ending decides, and beside it what was rejected and the manifest."""
    with refusing(out), staged() as part_of:
        WRITERS[out.suffix.lower()](found, part_of(out))
        for table, rows in found.rejects.items():
            part_of(rejects_path(out, table)).write_bytes(rows)
        write_manifest(found.manifest, out, part_of)
    remove_old_rejects(out, found.reports, found.rejects)
