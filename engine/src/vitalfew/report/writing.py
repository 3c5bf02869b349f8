"""OUT, its rejects and its manifest: all of them whole, or as they were."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Protocol, TypeVar

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.reading import Report
from vitalfew.report.delimited import write_csv
from vitalfew.report.parquet import write_parquet
from vitalfew.report.records import write_json
from vitalfew.report.reported import write_report, write_sheets
from vitalfew.run import Result
from vitalfew.whole import refusing, staged

WRITERS: Mapping[str, Callable[[Result, Path], None]] = {
    ".csv": write_csv,
    ".xlsx": write_sheets,
    ".parquet": write_parquet,
    ".json": write_json,
    ".html": write_report,
}


def check_target(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse before any work what could not be written: an unknown ending, an input, a folder that is not there."""
    if out.suffix.lower() not in WRITERS:
        raise WrongUse(
            say("{ending} is no format for results.", ending=repr(out.suffix)),
            where=str(out),
            remedy=say("Known: {endings}.", endings=", ".join(WRITERS)),
        )
    sources = {path.resolve() for path in inputs}
    for target in (out, manifest_path(out), rejects_path(out)):
        if target.resolve() in sources:
            raise Refusal(say("this is an input and would be overwritten."), where=str(target))
        if target.is_dir():
            raise Refusal(say("this is a folder."), where=str(target), remedy=say("Name a file inside it."))
        if target.exists() and not target.is_file():
            raise Refusal(say("this is no file."), where=str(target), remedy=say("Name another file."))
    folder = out.parent
    if not folder.is_dir():
        raise Refusal(say("the folder does not exist."), where=str(folder), remedy=say("Make it first."))
    with refusing(out), NamedTemporaryFile(dir=folder, prefix=".vitalfew-", suffix=".part"):
        pass


def manifest_path(out: Path) -> Path:
    """Where the manifest of a result lies: X.run.json beside X.csv."""
    return out.with_suffix(".run.json")


def rejects_path(out: Path, table: str = "orders") -> Path:
    """Where the rejected rows of a table lie: X.rejects.csv, or X.payments.rejects.csv for further tables."""
    return out.with_suffix(".rejects.csv" if table == "orders" else f".{table}.rejects.csv")


def write(result: Result, out: Path) -> None:
    """Write OUT, the rejected rows and, last, the manifest with OUT's digest."""
    write_with_rejects(result, out, WRITERS, result.manifest)


class Rejecting(Protocol):
    """What was worked out of tables, of which some rows were rejected."""

    @property
    def reports(self) -> Mapping[str, Report]:
        """Table → what was read of it."""

    @property
    def rejects(self) -> Mapping[str, bytes]:
        """Table → the bytes of its file of rejected rows."""


Found = TypeVar("Found", bound=Rejecting)


def write_with_rejects(
    found: Found,
    out: Path,
    writers: Mapping[str, Callable[[Found, Path], None]],
    manifest: Mapping[str, Any] | None = None,
) -> None:
    """Write OUT, the ending decides how, beside it what was rejected and the manifest if any: all whole, or as they were."""
    with refusing(out), staged() as part_of:
        writers[out.suffix.lower()](found, part_of(out))
        for table, rows in found.rejects.items():
            part_of(rejects_path(out, table)).write_bytes(rows)
        if manifest is not None:
            _write_manifest(manifest, out, part_of)
    remove_old_rejects(out, found.reports, found.rejects)


def _write_manifest(manifest: Mapping[str, Any], out: Path, part_of: Callable[[Path], Path]) -> None:
    """Beside a result that is written in its part: the manifest with its digest."""
    with part_of(out).open("rb") as written:
        digest = file_digest(written, "sha256").hexdigest()
    sealed = {**manifest, "out": {"format": out.suffix.lower()[1:], "sha256": digest}}
    part_of(manifest_path(out)).write_text(_json(sealed), encoding="utf-8")


def write_rejects(rejects: Mapping[str, bytes], out: Path) -> dict[str, Path]:
    """Write only the rejected rows, beside where OUT would lie. Returns table → file."""
    with refusing(out), staged() as part_of:
        for table, rows in rejects.items():
            part_of(rejects_path(out, table)).write_bytes(rows)
    return {table: rejects_path(out, table) for table in rejects}


def _json(manifest: Mapping[str, Any]) -> str:
    """Keys by name, but inside the scheme: there the order of metrics, classifiers and grades means something."""
    by_name = json.loads(json.dumps(manifest, sort_keys=True))
    scheme = {name: manifest[name] for name in ("scheme",) if name in manifest}
    return json.dumps({**by_name, **scheme}, ensure_ascii=False, indent=1) + "\n"


def remove_old_rejects(out: Path, reports: Iterable[str], rejects: Iterable[str]) -> None:
    """Files that an earlier OUT of this name left, of tables that were read and have no rejected rows now."""
    for table in {"orders", *reports} - set(rejects):
        rejects_path(out, table).unlink(missing_ok=True)
